/**
 * What other languages read: a JSON Schema per wire name and the AsyncAPI document, both generated from the records and
 * their Javadoc, both checked in. Nothing here is on a production class path.
 */
@NullMarked
package io.flexledger.contracts.schema;

import org.jspecify.annotations.NullMarked;
