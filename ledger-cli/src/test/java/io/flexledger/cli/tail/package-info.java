@NullMarked
package io.flexledger.cli.tail;

import org.jspecify.annotations.NullMarked;
