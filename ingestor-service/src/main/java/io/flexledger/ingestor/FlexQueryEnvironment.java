package io.flexledger.ingestor;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/**
 * The same list from {@code FLEX_QUERY_QUERIES_0__ID} and its like. The library finds the index in the name of a
 * variable only where dashes, not underscores, are between the words of the prefix.
 */
@ConfigMapping(prefix = "flex-query")
public interface FlexQueryEnvironment {

    List<FlexQueryConfig.Query> queries();
}
