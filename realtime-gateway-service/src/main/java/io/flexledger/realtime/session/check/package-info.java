/** Looking at a gateway step by step, for a person who wants to know what is wrong with it. */
@NullMarked
package io.flexledger.realtime.session.check;

import org.jspecify.annotations.NullMarked;
