/** Files on their way in: as a body or in a form, read while they arrive and never held in memory. */
@NullMarked
package io.flexledger.ingestor.adapter.rest.upload;

import org.jspecify.annotations.NullMarked;
