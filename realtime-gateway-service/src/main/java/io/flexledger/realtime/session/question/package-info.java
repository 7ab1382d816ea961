/**
 * What a gateway is asked, how often, how fast, and what became of it. {@link
 * io.flexledger.realtime.session.question.Subscriptions} decides; nothing here is more than a question.
 */
@NullMarked
package io.flexledger.realtime.session.question;

import org.jspecify.annotations.NullMarked;
