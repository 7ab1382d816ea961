@NullMarked
package io.flexledger.cli;

import org.jspecify.annotations.NullMarked;
