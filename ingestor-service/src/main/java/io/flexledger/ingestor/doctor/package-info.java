/** What may keep this service from its work, one check for each cause. The checks themselves are adapters. */
@NullMarked
package io.flexledger.ingestor.doctor;

import org.jspecify.annotations.NullMarked;
