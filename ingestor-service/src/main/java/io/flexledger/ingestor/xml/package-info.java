/**
 * Reading XML that may be anything: what the first bytes say, a cursor that knows the byte each tag begins at, and the
 * limits within which it reads. No type declarations, no entities. Nothing here knows what a statement is.
 */
@NullMarked
package io.flexledger.ingestor.xml;

import org.jspecify.annotations.NullMarked;
