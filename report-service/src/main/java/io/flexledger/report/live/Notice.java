package io.flexledger.report.live;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That something was stored which open pages show; what it is now, is read when it is told.
 *
 * @param account empty for a gateway's state and for an alert
 * @param key     what of the account: a fill's event, an instrument, a day; the gateway's name; the alert's id
 */
public record Notice(Kind kind, String account, String key) {

    /** What changed. */
    public enum Kind {
        STATUS,
        NAV,
        FILL,
        POSITION,
        DAY,
        ALERT
    }

    public static Notice status(String gateway) {
        return new Notice(Kind.STATUS, "", gateway);
    }

    public static Notice nav(AccountId account) {
        return new Notice(Kind.NAV, account.value(), "");
    }

    public static Notice fill(AccountId account, EventId event) {
        return new Notice(Kind.FILL, account.value(), event.toString());
    }

    public static Notice position(AccountId account, String instrument) {
        return new Notice(Kind.POSITION, account.value(), instrument);
    }

    public static Notice day(AccountId account, LocalDate date) {
        return new Notice(Kind.DAY, account.value(), date.toString());
    }

    public static Notice alert(UUID id) {
        return new Notice(Kind.ALERT, "", id.toString());
    }

    public String text() {
        return new String(ContractJson.write(this), StandardCharsets.UTF_8);
    }

    public static Notice parse(String text) {
        return ContractJson.read(text, Notice.class);
    }
}
