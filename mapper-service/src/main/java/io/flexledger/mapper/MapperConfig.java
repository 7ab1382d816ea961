package io.flexledger.mapper;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.mapper.ibkr.row.RowLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Settings of the mapper; the key is the path below {@code mapper}. */
@ConfigMapping(prefix = "mapper")
public interface MapperConfig {

    /** Base currency of an account for which neither a setting nor any statement says it. */
    @WithDefault("HKD")
    @Pattern(regexp = "[A-Z][A-Z0-9]{2,4}")
    String defaultBaseCurrency();

    /** By account id. */
    Map<String, Account> accounts();

    Limits limits();

    /** What statements do not say of an account. */
    interface Account {

        /** Wins over what statements said earlier; the statement at hand wins over it. */
        Optional<@Pattern(regexp = "[A-Z][A-Z0-9]{2,4}") String> baseCurrency();

        /** Of times without a suffix. */
        @WithDefault("America/New_York")
        ZoneId zone();
    }

    /** What a statement may not exceed; anything beyond is refused as a whole, because it is not a statement. */
    interface Limits {

        @WithDefault("16")
        @Positive
        int depth();

        /** Attributes of one element; the widest section known has about 280. */
        @WithDefault("1000")
        @Positive
        int attributes();

        /** Characters of one attribute. */
        @WithDefault("32768")
        @Positive
        int attributeLength();

        /** Bytes of one element's tag. */
        @WithDefault("262144")
        @Positive
        int elementBytes();

        @WithDefault("2000000")
        @Positive
        int rows();

        /** Bytes of a statement once it is decompressed; never more than it declares. */
        @WithDefault("1073741824")
        @Positive
        long statementBytes();

        default RowLimits rowLimits() {
            return new RowLimits(depth(), attributes(), attributeLength(), elementBytes(), rows(), statementBytes());
        }
    }

    default CurrencyCode defaultBase() {
        return CurrencyCode.of(defaultBaseCurrency());
    }

    default Map<AccountId, CurrencyCode> bases() {
        var bases = new HashMap<AccountId, CurrencyCode>();
        accounts()
                .forEach((account, terms) -> terms.baseCurrency()
                        .ifPresent(base -> bases.put(AccountId.of(account), CurrencyCode.of(base))));
        return bases;
    }

    default Map<AccountId, ZoneId> zones() {
        var zones = new HashMap<AccountId, ZoneId>();
        accounts().forEach((account, terms) -> zones.put(AccountId.of(account), terms.zone()));
        return zones;
    }
}
