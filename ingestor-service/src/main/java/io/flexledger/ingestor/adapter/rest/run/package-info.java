/** The record of attempts to take files in: what people look up when something did not arrive, and annotate. */
@NullMarked
package io.flexledger.ingestor.adapter.rest.run;

import org.jspecify.annotations.NullMarked;
