@NullMarked
package io.flexledger.cli.ingest;

import org.jspecify.annotations.NullMarked;
