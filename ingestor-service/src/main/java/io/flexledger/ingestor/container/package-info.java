/**
 * What a file is wrapped in: nothing, gzip, or a ZIP archive of several documents. Only the wrapping is known here, not
 * what is inside.
 */
@NullMarked
package io.flexledger.ingestor.container;

import org.jspecify.annotations.NullMarked;
