/** Reads what a statement says, row by row, and knows no section: for checks and rehearsals that compare with it. */
@NullMarked
package io.flexledger.testing.statement.read;

import org.jspecify.annotations.NullMarked;
