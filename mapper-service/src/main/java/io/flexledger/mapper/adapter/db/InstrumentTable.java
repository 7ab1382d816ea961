package io.flexledger.mapper.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.event.Instrument;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables {@code instrument} and {@code instrument_alias}. */
public final class InstrumentTable {

    /** In one order everywhere, so that two batches wait for one another instead of deadlocking. */
    private static final String STORE = """
            insert into instrument as known (id, symbol, asset_category, currency, multiplier, terms_as_of,
                                             description, description_as_of, option_terms, option_as_of)
            select one.id, one.symbol, one.asset_category, one.currency, one.multiplier::numeric, $1,
                   one.description, case when one.description is null then '' else $1 end,
                   one.option_terms::jsonb, case when one.option_terms is null then '' else $1 end
              from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
                   as one (id, symbol, asset_category, currency, multiplier, description, option_terms)
             order by one.id
                on conflict (id) do update
               set symbol = case when excluded.terms_as_of >= known.terms_as_of
                                 then excluded.symbol else known.symbol end,
                   asset_category = case when excluded.terms_as_of >= known.terms_as_of
                                         then excluded.asset_category else known.asset_category end,
                   currency = case when excluded.terms_as_of >= known.terms_as_of
                                   then excluded.currency else known.currency end,
                   multiplier = case when excluded.terms_as_of >= known.terms_as_of
                                     then excluded.multiplier else known.multiplier end,
                   terms_as_of = greatest(excluded.terms_as_of, known.terms_as_of),
                   description = case when excluded.description_as_of >= known.description_as_of
                                      then excluded.description else known.description end,
                   description_as_of = greatest(excluded.description_as_of, known.description_as_of),
                   option_terms = case when excluded.option_as_of >= known.option_as_of
                                       then excluded.option_terms else known.option_terms end,
                   option_as_of = greatest(excluded.option_as_of, known.option_as_of)
            """;

    private static final String NAME = """
            insert into instrument_alias (instrument_id, scheme, value)
            select alias.*
              from unnest($1::text[], $2::text[], $3::text[]) as alias (id, scheme, value)
             order by alias.id, alias.scheme, alias.value
                on conflict do nothing
            """;

    private InstrumentTable() {}

    /** Every instrument once. */
    public static void store(SqlConnection tx, RawArtifact artifact, Collection<Instrument> instruments) {
        if (instruments.isEmpty()) {
            return;
        }
        List<Instrument> all = new ArrayList<>(instruments);
        all.sort(Comparator.comparing(Instrument::id));
        var values = Tuple.tuple()
                .addString(AsOf.of(artifact))
                .addArrayOfString(all.stream().map(one -> one.id().value()).toArray(String[]::new))
                .addArrayOfString(all.stream().map(Instrument::symbol).toArray(String[]::new))
                .addArrayOfString(all.stream().map(Instrument::assetCategory).toArray(String[]::new))
                .addArrayOfString(all.stream().map(one -> one.currency().code()).toArray(String[]::new))
                .addArrayOfString(all.stream()
                        .map(one -> one.multiplier().toPlainString())
                        .toArray(String[]::new))
                .addArrayOfString(all.stream().map(Instrument::description).toArray(String[]::new))
                .addArrayOfString(all.stream().map(InstrumentTable::optionTerms).toArray(String[]::new));
        tx.preparedQuery(STORE).executeAndAwait(values);
        name(tx, all);
    }

    private static void name(SqlConnection tx, List<Instrument> all) {
        List<String> ids = new ArrayList<>();
        List<String> schemes = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (var one : all) {
            ids.add(one.id().value());
            schemes.add("symbol");
            values.add(one.symbol());
            one.aliases().forEach((scheme, value) -> {
                ids.add(one.id().value());
                schemes.add(scheme);
                values.add(value);
            });
        }
        tx.preparedQuery(NAME)
                .executeAndAwait(Tuple.of(
                        ids.toArray(String[]::new), schemes.toArray(String[]::new), values.toArray(String[]::new)));
    }

    private static @Nullable String optionTerms(Instrument instrument) {
        var option = instrument.option();
        return option == null ? null : new String(ContractJson.write(option), StandardCharsets.UTF_8);
    }
}
