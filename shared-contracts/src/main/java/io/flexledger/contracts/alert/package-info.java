/** What a person should know of without looking for it. */
@NullMarked
package io.flexledger.contracts.alert;

import org.jspecify.annotations.NullMarked;
