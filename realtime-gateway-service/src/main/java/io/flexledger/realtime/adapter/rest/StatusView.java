package io.flexledger.realtime.adapter.rest;

import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.realtime.GatewayMode;
import io.flexledger.realtime.session.Mishap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the gateway.
 *
 * @param leads     whether this process is the one that connects; of several, one does
 * @param heardAt   when the gateway last said anything
 * @param clockOffsetMs the gateway's clock less this machine's, in milliseconds
 * @param fillsToday of the report day that runs
 * @param commissionsPending fills of any day whose commission has not come
 * @param notValued fills that could not be told, for a person to look at
 * @param quarantined messages that could not be read, kept for a person to look at
 */
record StatusView(
        String gateway,
        boolean leads,
        State state,
        Instant since,
        @Nullable ProblemView problem,
        GatewayMode mode,
        String endpoint,
        int clientId,
        @Nullable Integer serverVersion,
        List<String> accounts,
        @Nullable Instant heardAt,
        @Nullable Long clockOffsetMs,
        @Nullable Instant nextAttemptAt,
        long fillsToday,
        long commissionsPending,
        long notValued,
        long quarantined) {

    /** Why it is not as it should be. */
    record ProblemView(String code, String detail, String nextStep) {
        static @Nullable ProblemView of(@Nullable Mishap mishap) {
            return mishap == null
                    ? null
                    : new ProblemView(
                            mishap.trouble().code(),
                            mishap.detail().isEmpty()
                                    ? mishap.trouble().finding()
                                    : mishap.trouble().finding() + " " + mishap.detail(),
                            mishap.trouble().nextStep());
        }
    }
}
