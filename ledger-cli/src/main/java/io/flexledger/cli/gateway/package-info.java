/** What the broker's gateway tells, in the words of a terminal: how it stands, and what is pushed. */
@NullMarked
package io.flexledger.cli.gateway;

import org.jspecify.annotations.NullMarked;
