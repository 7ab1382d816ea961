package io.flexledger.report.alert;

import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Margin;
import io.flexledger.contracts.live.GatewayStatus.State;
import io.flexledger.report.alert.Finding.Words;
import io.flexledger.report.alert.Known.Account;
import io.flexledger.report.live.Hearing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the account may lose before the broker closes positions is a small share of its value. Over only clearly above the
 * limit, so that a share that wavers around it is told once. That nothing is left is a thing of its own, told though the
 * cushion was. While the gateway's value is old nobody knows, and what goes on goes on, until the gateway is switched off.
 */
final class CushionRule implements Rule {

    private static final BigDecimal CLEARLY = new BigDecimal("1.2");

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.MARGIN_CUSHION);
    }

    @Override
    public List<Finding> findings(Known known, Limits limits) {
        var findings = new ArrayList<Finding>();
        for (var account : known.accounts()) {
            var live = account.live();
            if (live == null || isSwitchedOff(known)) {
                continue;
            }
            var margin = live.margin();
            if (!account.current() || margin == null) {
                var nothing = new Words("", "", "", "");
                findings.add(small(account, live, nothing).onlyKeeping());
                findings.add(gone(account, live, nothing).onlyKeeping());
                continue;
            }
            boolean gone = margin.excessLiquidity().signum() < 0;
            if (gone) {
                findings.add(gone(account, live, goneWords(account, live, margin, limits)));
            }
            if (gone || isBelow(live, margin, limits.cushion().multiply(CLEARLY))) {
                findings.add(small(account, live, smallWords(account, live, margin, limits))
                        .raisingIf(!gone && isBelow(live, margin, limits.cushion())));
            }
        }
        return findings;
    }

    private static boolean isSwitchedOff(Known known) {
        return !known.gateways().isEmpty()
                && known.gateways().stream()
                        .map(Hearing::status)
                        .allMatch(status -> status != null && status.state() == State.DISABLED);
    }

    /** Multiplied out, so that a value of nothing is below every limit. */
    private static boolean isBelow(NavSnapshot live, Margin margin, BigDecimal limit) {
        var excess = margin.excessLiquidity().in(live.total().currency());
        return live.total().signum() <= 0
                || excess.compareTo(live.total().amount().multiply(limit)) < 0;
    }

    private static Finding small(Account account, NavSnapshot live, Words words) {
        return finding(account, live, account.account().value(), words);
    }

    private static Finding gone(Account account, NavSnapshot live, Words words) {
        return finding(account, live, account.account() + "/uncovered", words);
    }

    private static Finding finding(Account account, NavSnapshot live, String subject, Words words) {
        return Finding.of(Kind.MARGIN_CUSHION, subject, account.account(), live.asOf(), words);
    }

    private static Words smallWords(Account account, NavSnapshot live, Margin margin, Limits limits) {
        var limit = percent(limits.cushion());
        return new Words(
                "Margin cushion of " + account.account() + " is below " + limit,
                share(live, margin) + " The limit is " + limit + ".",
                "Bring in money or make positions smaller before the broker does.",
                Page.newest(account.account()));
    }

    private static Words goneWords(Account account, NavSnapshot live, Margin margin, Limits limits) {
        return new Words(
                "Margin of " + account.account() + " is not covered",
                "The broker may close positions now. " + share(live, margin) + " The limit is "
                        + percent(limits.cushion()) + ".",
                "Bring in money or close positions at once, before the broker chooses which.",
                Page.newest(account.account()));
    }

    private static String share(NavSnapshot live, Margin margin) {
        if (live.total().signum() <= 0) {
            return "The account is worth nothing or less.";
        }
        var share = margin.excessLiquidity().amount().divide(live.total().amount(), MathContext.DECIMAL128);
        return "Excess liquidity was " + percent(share) + " of the net asset value when this was found.";
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + " %";
    }
}
