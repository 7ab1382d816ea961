package io.flexledger.ingestor;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Several queries of the broker's, as written; {@code FlexSettingsReader} says what is wrong with them. */
@ConfigMapping(prefix = "flex_query")
public interface FlexQueryConfig {

    List<Query> queries();

    interface Query {

        Optional<String> id();

        Optional<String> name();

        Optional<String> role();

        /** {@code ACCOUNT_ID} where absent. */
        Optional<String> account();

        /** {@code IBKR_FLEX_TOKEN} where absent. */
        Optional<String> token();

        Optional<String> schedule();

        /** Of its first job; {@code saved} for the one saved with the query. */
        Optional<String> period();
    }
}
