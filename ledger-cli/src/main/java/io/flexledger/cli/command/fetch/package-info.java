/** The commands about what the ingestor fetches: they start its work, follow it, and show what became of it. */
@NullMarked
package io.flexledger.cli.command.fetch;

import org.jspecify.annotations.NullMarked;
