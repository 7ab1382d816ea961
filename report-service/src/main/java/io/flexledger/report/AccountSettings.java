package io.flexledger.report;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.report.narrative.Clocks;
import io.flexledger.report.story.StoryRules;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one account is told.
 *
 * @param currency base currency, as long as no net asset value states one
 */
record AccountSettings(CurrencyCode currency, Clocks clocks, StoryRules rules) {

    static AccountSettings of(ReportConfig config, AccountId account) {
        var own = Optional.ofNullable(config.accounts().get(account.value()));
        var all = config.display();
        return new AccountSettings(
                choose(own, ReportConfig.Overrides::currency, all.currency()),
                new Clocks(
                        choose(own, ReportConfig.Overrides::marketZone, all.marketZone()),
                        choose(own, ReportConfig.Overrides::zone, all.zone())),
                new StoryRules(
                        choose(own, ReportConfig.Overrides::ruleSet, all.ruleSet()),
                        choose(own, ReportConfig.Overrides::groupingWindow, all.groupingWindow()),
                        choose(own, ReportConfig.Overrides::sameUnderlying, all.sameUnderlying())));
    }

    private static <T> T choose(
            Optional<ReportConfig.Overrides> own, Function<ReportConfig.Overrides, Optional<T>> key, T otherwise) {
        return own.flatMap(key).orElse(otherwise);
    }
}
