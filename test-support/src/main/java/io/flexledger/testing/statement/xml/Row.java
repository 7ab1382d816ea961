package io.flexledger.testing.statement.xml;

import io.flexledger.testing.statement.account.Instrument;
import io.flexledger.testing.statement.account.Instrument.Option;
import io.flexledger.testing.statement.account.Instrument.Stock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** One row being filled; a column that is never set keeps its default. */
public final class Row {

    private final Layout layout;
    private final String[] values;

    Row(Layout layout, String[] values) {
        this.layout = layout;
        this.values = values;
    }

    public Row set(String column, String value) {
        values[layout.position(column)] = value;
        return this;
    }

    public Row set(String column, BigDecimal amount) {
        return set(column, FlexText.amount(amount));
    }

    public Row set(String column, LocalDate date) {
        return set(column, FlexText.date(date));
    }

    public Row set(String column, LocalDateTime time) {
        return set(column, FlexText.dateTime(time));
    }

    /** Fills whatever identifies an instrument, as far as the layout has the columns. */
    public Row instrument(Instrument instrument) {
        fill("assetCategory", instrument.category());
        fill("symbol", instrument.symbol());
        fill("description", instrument.description());
        fill("conid", instrument.conid());
        fill("listingExchange", instrument.listingExchange());
        fill("multiplier", FlexText.amount(instrument.multiplier()));
        switch (instrument) {
            case Stock stock -> stock(stock);
            case Option option -> option(option);
        }
        return this;
    }

    private void stock(Stock stock) {
        fill("subCategory", stock.subCategory());
        fill("securityID", stock.isin());
        fill("securityIDType", "ISIN");
        fill("cusip", stock.cusip());
        fill("isin", stock.isin());
        fill("underlyingSymbol", stock.symbol());
        fill("issuerCountryCode", stock.country());
    }

    private void option(Option option) {
        fill("subCategory", option.right().code());
        fill("underlyingConid", option.underlying().conid());
        fill("underlyingSymbol", option.underlying().symbol());
        fill("underlyingSecurityID", option.underlying().isin());
        fill("underlyingListingExchange", option.underlying().listingExchange());
        fill("strike", FlexText.amount(option.strike()));
        fill("expiry", FlexText.date(option.expiry()));
        fill("putCall", option.right().code());
    }

    private void fill(String column, String value) {
        if (layout.has(column)) {
            set(column, value);
        }
    }

    Layout layout() {
        return layout;
    }

    String value(int position) {
        return values[position];
    }

    int size() {
        return values.length;
    }
}
