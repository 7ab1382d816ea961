package io.flexledger.testing.flex;

import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.service.ServiceAnswer;
import io.flexledger.testing.flex.service.ServiceAnswer.Refusal;
import io.flexledger.testing.flex.wire.Body;
import io.flexledger.testing.flex.wire.Reply;
import io.flexledger.testing.flex.wire.WireAnswer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Spoils an answer.
 *
 * @param outage stops listening for so long
 */
record FaultyReplies(Answers answers, Consumer<Duration> outage) {

    /** @param answer asked for only where the fault lets the service have its say */
    Reply reply(Fault fault, Supplier<ServiceAnswer> answer) {
        return switch (fault) {
            case Fault.Refusal refusal -> answers.whole(new Refusal(refusal.code()));
            case Fault.Status status -> status(status);
            case Fault.Page page -> Answers.page(200, page.sentence());
            case Fault.Redirect redirect -> Answers.page(302, "Found").withHeader("Location", redirect.location());
            case Fault.WrongHost wrong -> answers.redirectedTo(wrong.host(), answer.get());
            case Fault.Gzip() -> answers.compressed(answer.get());
            case Fault.Encoding encoding -> answers.encoded(encoding, answer.get());
            case Fault.Empty() -> WireAnswer.of(200, "text/xml", Body.EMPTY);
            case Fault.Oversized oversized -> Answers.oversized(oversized.bytes());
            case Fault.Reset() -> new Reply.Reset();
            case Fault.Silence() -> new Reply.Silence();
            case Fault.Drip drip -> dripping(answers.whole(answer.get()), drip);
            case Fault.Cut cut -> cut(answers.whole(answer.get()), cut);
            case Fault.Refused refused -> {
                outage.accept(refused.duration());
                yield new Reply.Reset();
            }
        };
    }

    private static WireAnswer status(Fault.Status fault) {
        WireAnswer page = Answers.page(fault.status(), "Error " + fault.status());
        return fault.retryAfterSeconds() < 0
                ? page
                : page.withHeader("Retry-After", Integer.toString(fault.retryAfterSeconds()));
    }

    private static WireAnswer dripping(WireAnswer whole, Fault.Drip drip) {
        return whole.with(whole.delivery().dripping(drip.bytes(), drip.pause()));
    }

    private static WireAnswer cut(WireAnswer whole, Fault.Cut cut) {
        return whole.with(cut.framing()).with(whole.delivery().cutAt(cut.bytes()));
    }
}
