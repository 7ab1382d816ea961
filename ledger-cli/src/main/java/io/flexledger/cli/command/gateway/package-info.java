/** The commands about the broker's gateway. */
@NullMarked
package io.flexledger.cli.command.gateway;

import org.jspecify.annotations.NullMarked;
