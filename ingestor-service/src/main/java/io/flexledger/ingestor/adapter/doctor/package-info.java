/** The checks of the doctor, one class each. */
@NullMarked
package io.flexledger.ingestor.adapter.doctor;

import org.jspecify.annotations.NullMarked;
