package io.flexledger.realtime.provisional;

import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.event.TradeEvent;
import io.flexledger.contracts.event.TradeEvent.BrokerFigures;
import io.flexledger.contracts.event.TradeEvent.FillIds;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.realtime.fill.Fill;
import io.flexledger.realtime.message.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a fill is told to the ledger. */
public final class ProvisionalFill {

    /** The kind of fact; what a statement states is of another. */
    public static final String KIND = "execution";

    private static final BrokerFigures NONE = new BrokerFigures(null, null, null, null, null);

    private final ReportDays days;

    public ProvisionalFill(ReportDays days) {
        this.days = days;
    }

    /**
     * When and where a fill was heard.
     *
     * @param naturalKey the same for all versions of one execution
     * @param receivedAt dates a fill whose own time is unknown
     * @param statedAt   orders the versions
     */
    public record Origin(String naturalKey, Source source, Instant receivedAt, Instant statedAt) {}

    /**
     * Empty for what cannot be valued: no units, a contract that is not described well enough, an account that can be
     * none.
     */
    public Optional<TradeEvent.Fill> of(Fill fill, Origin origin) {
        if (fill.execution().shares().signum() == 0
                || fill.execution().account().isBlank()) {
            return Optional.empty();
        }
        try {
            return ContractReading.instrument(fill.contract()).map(instrument -> of(fill, origin, instrument));
        } catch (IllegalArgumentException refused) { // no such name or figure may be told
            return Optional.empty();
        }
    }

    private TradeEvent.Fill of(Fill fill, Origin origin, Instrument instrument) {
        BigDecimal shares = fill.execution().shares();
        Quantity quantity = new Quantity(fill.execution().side() == Side.SOLD ? shares.negate() : shares);
        Money price = new Money(fill.execution().price(), instrument.currency());
        Fact fact = fact(fill, origin);
        return new TradeEvent.Fill(
                fact,
                new FillIds(null, null, fill.id().text(), null),
                instrument,
                null,
                fact.reportDate(),
                null,
                quantity,
                price,
                new Money(
                        price.amount()
                                .multiply(quantity.units())
                                .multiply(instrument.multiplier())
                                .negate(),
                        instrument.currency()),
                commission(fill),
                null,
                null,
                null,
                null,
                NONE);
    }

    private Fact fact(Fill fill, Origin origin) {
        AccountId account = AccountId.of(fill.execution().account());
        Instant instant = fill.time().instant();
        LocalDate day = days.of(instant == null ? origin.receivedAt() : instant);
        return new Fact(
                EventId.of(account, KIND, origin.naturalKey()),
                account,
                day,
                instant == null ? days.start(day) : instant,
                instant != null,
                origin.statedAt(),
                false,
                true,
                origin.source());
    }

    /** The gateway counts a cost as positive, the statement as negative. */
    private static @Nullable Money commission(Fill fill) {
        var report = fill.commission();
        if (report == null || report.commission() == null) {
            return null;
        }
        CurrencyCode currency = ContractReading.currency(report.currency());
        return currency == null ? null : new Money(report.commission().negate(), currency);
    }
}
