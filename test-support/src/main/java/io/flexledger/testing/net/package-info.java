/** What simulators listen with. */
@NullMarked
package io.flexledger.testing.net;

import org.jspecify.annotations.NullMarked;
