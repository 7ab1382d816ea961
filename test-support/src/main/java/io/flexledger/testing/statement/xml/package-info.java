/** Rows and how they are spelled: columns in the broker's order, dates, amounts, and the stream they go to. */
@NullMarked
package io.flexledger.testing.statement.xml;

import org.jspecify.annotations.NullMarked;
