/** The broker and the database are the real ones here too: started, filled, killed and started again. */
@NullMarked
package io.flexledger.stack;

import org.jspecify.annotations.NullMarked;
