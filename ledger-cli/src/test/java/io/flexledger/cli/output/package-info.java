@NullMarked
package io.flexledger.cli.output;

import org.jspecify.annotations.NullMarked;
