package io.flexledger.broken.core;

import java.nio.file.Path;

record ReadsFile(Path path) {}
