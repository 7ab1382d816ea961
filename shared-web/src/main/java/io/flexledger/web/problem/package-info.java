/**
 * Problems as RFC 9457 has them. A service names what its callers can get wrong in an enum of
 * {@link io.flexledger.web.problem.ProblemKind}; everything else, from the answer's form to what is said of a failure
 * of our own, is here. What a file holds wrong is not: that is a refusal, and the ingestor's.
 */
@NullMarked
package io.flexledger.web.problem;

import org.jspecify.annotations.NullMarked;
