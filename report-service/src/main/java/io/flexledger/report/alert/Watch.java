package io.flexledger.report.alert;

import io.flexledger.contracts.alert.Alert.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All rules, asked at once. */
public final class Watch {

    private static final List<Rule> RULES = List.of(
            new DeliveryRule(),
            new ExpiryRule(),
            new CushionRule(),
            new GatewayRule(),
            new FillRule(),
            new BreakRule(),
            new RunRule(),
            new HaltRule());

    private Watch() {}

    /**
     * What was found.
     *
     * @param kinds those that could be looked for: of the others nothing is known
     */
    public record Look(Set<Kind> kinds, List<Finding> findings) {

        public Look {
            kinds = Set.copyOf(kinds);
            findings = List.copyOf(findings);
        }
    }

    public static Look look(Known known, Limits limits) {
        var kinds = EnumSet.noneOf(Kind.class);
        var findings = new ArrayList<Finding>();
        for (var rule : RULES) {
            if (rule.canLook(known)) {
                kinds.addAll(rule.kinds());
                findings.addAll(rule.findings(known, limits));
            }
        }
        return new Look(kinds, findings);
    }
}
