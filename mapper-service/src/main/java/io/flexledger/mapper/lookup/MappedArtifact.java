package io.flexledger.mapper.lookup;

import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.money.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * What became of one artifact.
 *
 * @param status       mapped, or rejected as a whole
 * @param baseCurrency that the statement was read with
 * @param baseAssumed  neither a statement nor a setting had said it
 * @param rejections   refused rows, and the artifact itself if it was refused
 */
public record MappedArtifact(
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
        SortedMap<String, Integer> sections,
        long rejections,
        List<FoundDrift> drift) {

    public MappedArtifact {
        drift = List.copyOf(drift);
    }
}
