/**
 * Rule set ALM-1, the house way of telling a day. Start at {@link io.flexledger.report.story.Story#tell}. It keeps the
 * house conventions on purpose, also where {@link io.flexledger.report.bridge} shows that the money came another way.
 */
@NullMarked
package io.flexledger.report.story;

import org.jspecify.annotations.NullMarked;
