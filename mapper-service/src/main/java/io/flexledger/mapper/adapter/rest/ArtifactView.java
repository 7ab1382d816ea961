package io.flexledger.mapper.adapter.rest;

import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.mapper.lookup.MappedArtifact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What became of one artifact.
 *
 * @param sections rows by section, 0 for one that is present and empty
 */
public record ArtifactView(
        ArtifactId artifact,
        AccountId account,
        String query,
        LocalDate from,
        LocalDate to,
        Instant generatedAt,
        String mapperVersion,
        String status,
        CurrencyCode baseCurrency,
        boolean baseAssumed,
        RowAccount rows,
        Map<String, Integer> sections,
        long rejections,
        List<DriftView> drift) {

    static ArtifactView of(MappedArtifact found) {
        return new ArtifactView(
                found.artifact(),
                found.account(),
                found.query(),
                found.from(),
                found.to(),
                found.generatedAt(),
                found.mapperVersion(),
                found.status(),
                found.baseCurrency(),
                found.baseAssumed(),
                found.rows(),
                found.sections(),
                found.rejections(),
                found.drift().stream().map(DriftView::of).toList());
    }
}
