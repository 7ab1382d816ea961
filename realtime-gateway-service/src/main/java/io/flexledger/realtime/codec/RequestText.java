package io.flexledger.realtime.codec;

import io.flexledger.realtime.message.ExecutionFilter;
import io.flexledger.realtime.message.Request;
import io.flexledger.realtime.message.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The layouts of what we ask. The numbers here are the only ones that are ever sent as a message id. */
final class RequestText {

    private static final int WITH_MILLIS = 197;

    /** From here on a request for executions names its days, or says that it does not; without, it is refused. */
    private static final int WITH_DAYS = 200;

    private static final int NO_LAST_DAYS = Integer.MAX_VALUE;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final int serverVersion;

    RequestText(int serverVersion) {
        this.serverVersion = serverVersion;
    }

    byte[] write(Request request) {
        return switch (request) {
            case Request.StartApi start ->
                line(71).add(2).add(start.clientId()).add("").payload();
            case Request.ManagedAccounts() -> line(17).add(1).payload();
            case Request.CurrentTime() -> line(49).add(1).payload();
            case Request.CurrentTimeInMillis() -> currentTimeInMillis();
            case Request.AccountUpdates updates ->
                line(6).add(2).add(updates.subscribe()).add(updates.account()).payload();
            case Request.AccountSummary summary ->
                line(62).add(1)
                        .add(summary.requestId())
                        .add(summary.group())
                        .add(String.join(",", summary.tags()))
                        .payload();
            case Request.CancelAccountSummary cancel ->
                line(63).add(1).add(cancel.requestId()).payload();
            case Request.Positions() -> line(61).add(1).payload();
            case Request.CancelPositions() -> line(64).add(1).payload();
            case Request.PositionsMulti positions ->
                line(74).add(1)
                        .add(positions.requestId())
                        .add(positions.account())
                        .add(positions.modelCode())
                        .payload();
            case Request.CancelPositionsMulti cancel ->
                line(75).add(1).add(cancel.requestId()).payload();
            case Request.AccountUpdatesMulti updates ->
                line(76).add(1)
                        .add(updates.requestId())
                        .add(updates.account())
                        .add(updates.modelCode())
                        .add(updates.ledgerAndNetLiquidation())
                        .payload();
            case Request.CancelAccountUpdatesMulti cancel ->
                line(77).add(1).add(cancel.requestId()).payload();
            case Request.Executions executions -> executions(executions.requestId(), executions.filter());
            case Request.ProfitAndLoss result ->
                line(92).add(result.requestId())
                        .add(result.account())
                        .add(result.modelCode())
                        .payload();
            case Request.CancelProfitAndLoss cancel ->
                line(93).add(cancel.requestId()).payload();
            case Request.PositionProfitAndLoss result ->
                line(94).add(result.requestId())
                        .add(result.account())
                        .add(result.modelCode())
                        .add(result.conId())
                        .payload();
            case Request.CancelPositionProfitAndLoss cancel ->
                line(95).add(cancel.requestId()).payload();
        };
    }

    private byte[] currentTimeInMillis() {
        if (serverVersion < WITH_MILLIS) {
            throw new IllegalArgumentException("the time in milliseconds is asked from server version %d on: %d"
                    .formatted(WITH_MILLIS, serverVersion));
        }
        return line(105).payload();
    }

    private byte[] executions(int requestId, ExecutionFilter filter) {
        Line line = line(7).add(3)
                .add(requestId)
                .add(filter.clientId())
                .add(filter.account())
                .add(utc(filter.since()))
                .add(filter.symbol())
                .add(filter.secType())
                .add(filter.exchange())
                .add(side(filter.side()));
        if (serverVersion >= WITH_DAYS) {
            Integer lastDays = filter.lastDays();
            line.add(lastDays == null ? NO_LAST_DAYS : lastDays)
                    .add(filter.dates().size());
            for (LocalDate date : filter.dates()) {
                line.add(DAY.format(date));
            }
        } else if (filter.namesDays()) {
            // Sent without its days it would be answered with fewer executions than were asked for.
            throw new IllegalArgumentException("executions of named days are asked from server version %d on: %d"
                    .formatted(WITH_DAYS, serverVersion));
        }
        return line.payload();
    }

    private static @Nullable String utc(@Nullable Instant instant) {
        return instant == null ? null : UTC.format(instant);
    }

    private static @Nullable String side(@Nullable Side side) {
        return switch (side) {
            case null -> null;
            case BOUGHT -> "BUY";
            case SOLD -> "SELL";
        };
    }

    private static Line line(int messageId) {
        return new Line().add(messageId);
    }
}
