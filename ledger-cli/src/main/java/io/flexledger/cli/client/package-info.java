/** The services as a command sees them: their addresses, their answers, and what their problems mean to a shell. */
@NullMarked
package io.flexledger.cli.client;

import org.jspecify.annotations.NullMarked;
