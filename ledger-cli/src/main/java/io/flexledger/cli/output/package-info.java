/** Data in the form the person asked for: a table, JSON, CSV or Markdown. */
@NullMarked
package io.flexledger.cli.output;

import org.jspecify.annotations.NullMarked;
