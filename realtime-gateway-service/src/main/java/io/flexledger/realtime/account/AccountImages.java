package io.flexledger.realtime.account;

import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Incoming.AccountDownloaded;
import io.flexledger.realtime.message.Incoming.AccountValue;
import io.flexledger.realtime.message.Incoming.AccountValueMulti;
import io.flexledger.realtime.message.Incoming.AccountValuesMultiEnd;
import io.flexledger.realtime.message.Incoming.PortfolioItem;
import io.flexledger.realtime.message.Incoming.PositionHeld;
import io.flexledger.realtime.message.Incoming.PositionHeldMulti;
import io.flexledger.realtime.message.Incoming.PositionProfitAndLoss;
import io.flexledger.realtime.message.Incoming.PositionsEnd;
import io.flexledger.realtime.message.Incoming.ProfitAndLoss;
import io.flexledger.realtime.message.Incoming.SummaryRow;
import io.flexledger.realtime.session.question.PositionKey;
import io.flexledger.realtime.session.question.PositionNumbers;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The images of all accounts of a log-in, each message sorted to the one it is about. For one thread. */
public final class AccountImages {

    private final SortedMap<String, AccountImage> images = new TreeMap<>();
    private final Set<String> valued = new HashSet<>();
    private PositionNumbers numbers = PositionNumbers.NONE;
    private boolean positionsTold;
    private Set<PositionKey> listed = Set.of();
    private final Set<PositionKey> listing = new HashSet<>();
    private final IntFunction<@Nullable String> accountOfRequest;

    /** @param accountOfRequest whose values or results were asked for with a request; null for none of those */
    public AccountImages(IntFunction<@Nullable String> accountOfRequest) {
        this.accountOfRequest = accountOfRequest;
    }

    /** Begins anew: a session tells everything again, and what it does not tell has ended. */
    public void clear() {
        images.clear();
        valued.clear();
        numbers = PositionNumbers.NONE;
        positionsTold = false;
        listed = Set.of();
        listing.clear();
    }

    /** Whether values and positions were all told to their end, and with a portfolio its marks. */
    public boolean isWhole(String account) {
        return positionsTold && valued.contains(account);
    }

    /** Whether every position of it has a mark, too. */
    public boolean isMarked(String account) {
        return find(account).filter(AccountImage::isMarked).isPresent();
    }

    public SortedMap<String, AccountImage> all() {
        return new TreeMap<>(images);
    }

    public Optional<AccountImage> find(String account) {
        return Optional.ofNullable(images.get(account));
    }

    /** @return the account that looks different now, if any does */
    public Optional<String> hear(Incoming message, Instant at) {
        return switch (message) {
            case AccountValue value ->
                changed(
                        value.account(),
                        image(value.account()).value(value.key(), value.currency(), value.value(), at));
            case AccountValueMulti value ->
                changed(
                        value.account(),
                        image(value.account()).value(value.key(), value.currency(), value.value(), at));
            case SummaryRow row ->
                changed(row.account(), image(row.account()).value(row.tag(), row.currency(), row.value(), at));
            case PortfolioItem item ->
                changed(item.account(), image(item.account()).portfolio(item, at));
            case PositionHeld held -> position(held, at);
            case PositionHeldMulti held ->
                changed(
                        held.account(),
                        image(held.account()).position(held.contract(), held.position(), held.averageCost(), at));
            case ProfitAndLoss told -> results(told, at);
            case PositionProfitAndLoss told -> worth(told, at);
            case PositionsEnd _ -> told(() -> positionsEnd(at));
            case AccountDownloaded end -> told(() -> valued.add(end.account()));
            case AccountValuesMultiEnd end -> told(() -> valuesEnd(end.requestId()));
            default -> Optional.empty();
        };
    }

    private static Optional<String> told(Runnable end) {
        end.run();
        return Optional.empty();
    }

    /** Each time all are told; one that was among them before and is no more was closed while nobody could say so. */
    private void positionsEnd(Instant at) {
        positionsTold = true;
        for (PositionKey before : listed) {
            if (!listing.contains(before)) {
                image(before.account()).closed(before.conId(), at);
            }
        }
        listed = Set.copyOf(listing);
        listing.clear();
    }

    private void valuesEnd(int requestId) {
        String account = accountOfRequest.apply(requestId);
        if (account != null) {
            valued.add(account);
        }
    }

    private Optional<String> position(PositionHeld held, Instant at) {
        PositionKey position = new PositionKey(held.account(), held.contract().conId());
        numbers = numbers.with(position);
        listing.add(position);
        return changed(
                held.account(),
                image(held.account()).position(held.contract(), held.position(), held.averageCost(), at));
    }

    private Optional<String> worth(PositionProfitAndLoss told, Instant at) {
        return numbers.of(told.requestId())
                .flatMap(position ->
                        changed(position.account(), image(position.account()).worth(position.conId(), told, at)));
    }

    private Optional<String> results(ProfitAndLoss told, Instant at) {
        String account = accountOfRequest.apply(told.requestId());
        return account == null
                ? Optional.empty()
                : changed(account, image(account).results(told, at));
    }

    private AccountImage image(String account) {
        return images.computeIfAbsent(account, _ -> new AccountImage());
    }

    private static Optional<String> changed(String account, boolean changed) {
        return changed ? Optional.of(account) : Optional.empty();
    }
}
