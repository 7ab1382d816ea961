@NullMarked
package io.flexledger.cli.fetch;

import org.jspecify.annotations.NullMarked;
