/** How fetching statements from the broker went. */
@NullMarked
package io.flexledger.contracts.fetch;

import org.jspecify.annotations.NullMarked;
