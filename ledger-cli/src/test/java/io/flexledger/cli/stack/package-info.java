@NullMarked
package io.flexledger.cli.stack;

import org.jspecify.annotations.NullMarked;
