/**
 * Downloaded reports as files, for people and programs that want to look at them. The archive in the database is what
 * counts; these are copies, and start at {@link io.flexledger.ingestor.adapter.files.WorkingCopies}.
 */
@NullMarked
package io.flexledger.ingestor.adapter.files;

import org.jspecify.annotations.NullMarked;
