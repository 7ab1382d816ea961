package io.flexledger.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.sample.Samples;
import io.flexledger.contracts.schema.WireNames;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One fact, told by a statement that selects much and by a newer one that selects less. */
class MergeTest {

    @Nested
    class AComponent {

        @Test
        void isTheNewerOnes() {
            assertThat(merge("{'quantity':'-1','commission':{'amount':'-1','currency':'USD'}}", """
                    {'commission':{'amount':'-7.85','currency':'HKD'}}"""))
                    .isEqualTo(json("{'quantity':'-1','commission':{'amount':'-7.85','currency':'HKD'}}"));
        }

        @Test
        void staysWhereTheNewerSelectsItNot() {
            assertThat(merge("{'settleDate':'2025-07-28'}", "{'tradeDate':'2025-07-25'}"))
                    .isEqualTo(json("{'settleDate':'2025-07-28','tradeDate':'2025-07-25'}"));
        }

        @Test
        void thatIsAListIsReplaced() {
            assertThat(merge("{'notes':['P','A']}", "{'notes':['Ex']}")).isEqualTo(json("{'notes':['Ex']}"));
        }

        @Test
        void thatIsARateIsReplacedWhole() {
            assertThat(merge(
                            "{'fxRate':{'from':'USD','to':'HKD','rate':'7.8','source':'CONFIGURED'}}",
                            "{'fxRate':{'from':'USD','to':'HKD','rate':'7.8491','source':'ROW'}}"))
                    .isEqualTo(json("{'fxRate':{'from':'USD','to':'HKD','rate':'7.8491','source':'ROW'}}"));
        }
    }

    @Nested
    class AGroup {

        @Test
        void ofIdsMerges() {
            assertThat(merge("{'ids':{'tradeId':'81','execId':'e5.01'}}", "{'ids':{'tradeId':'82','orderId':'44'}}"))
                    .isEqualTo(json("{'ids':{'tradeId':'82','execId':'e5.01','orderId':'44'}}"));
        }

        @Test
        void ofBrokerFiguresMerges() {
            assertThat(merge(
                            "{'broker':{'cost':{'amount':'5','currency':'USD'},'realized':{'amount':'1','currency':'USD'}}}",
                            "{'broker':{'realized':{'amount':'2','currency':'HKD'}}}"))
                    .isEqualTo(
                            json(
                                    "{'broker':{'cost':{'amount':'5','currency':'USD'},'realized':{'amount':'2','currency':'HKD'}}}"));
        }

        @Test
        void ofComponentsMerges() {
            assertThat(merge(
                            "{'components':{'cash':{'amount':'1','currency':'HKD'}}}",
                            "{'components':{'stock':{'amount':'2','currency':'HKD'}}}"))
                    .isEqualTo(
                            json(
                                    "{'components':{'cash':{'amount':'1','currency':'HKD'},'stock':{'amount':'2','currency':'HKD'}}}"));
        }

        @Test
        void ofAnInstrumentMergesWithItsAliasesAndTerms() {
            assertThat(merge("""
                    {'instrument':{'symbol':'SPY','description':'SPDR','aliases':{'isin':'US1','figi':'BBG'},
                     'option':{'strike':'628','underlying':'conid:756733'}}}""", """
                    {'instrument':{'symbol':'SPY C','aliases':{'isin':'US2'},'option':{'strike':'627.5'}}}""")).isEqualTo(json("""
                    {'instrument':{'symbol':'SPY C','description':'SPDR','aliases':{'isin':'US2','figi':'BBG'},
                     'option':{'strike':'627.5','underlying':'conid:756733'}}}"""));
        }

        @Test
        void ofALotsOriginMerges() {
            assertThat(merge(
                            "{'lot':{'transactionId':'345','openedAt':'2025-07-25T13:47:05Z'}}",
                            "{'lot':{'transactionId':'345'}}"))
                    .isEqualTo(json("{'lot':{'transactionId':'345','openedAt':'2025-07-25T13:47:05Z'}}"));
        }
    }

    @Test
    void commonDataIsTheNewerOnes() {
        assertThat(merge(
                        "{'fact':{'reportDate':'2025-07-24','provisional':true,'source':{'section':'Gateway'}}}",
                        "{'fact':{'reportDate':'2025-07-25','source':{'section':'Trades'}}}"))
                .isEqualTo(json("{'fact':{'reportDate':'2025-07-25','source':{'section':'Trades'}}}"));
    }

    @Test
    void changesNeitherVersion() {
        var older = json("{'ids':{'tradeId':'81'}}");
        var newer = json("{'ids':{'orderId':'44'}}");

        ContractJson.merge(older, newer);

        assertThat(older).isEqualTo(json("{'ids':{'tradeId':'81'}}"));
        assertThat(newer).isEqualTo(json("{'ids':{'orderId':'44'}}"));
    }

    @Test
    void ofAnEventWithItselfIsThatEvent() {
        assertThat(Samples.events().values()).allSatisfy(event -> {
            ObjectNode once = ContractJson.MAPPER.valueToTree(event);

            assertThat(ContractJson.MAPPER.treeToValue(ContractJson.merge(once, once), CanonicalEvent.class))
                    .isEqualTo(event);
        });
    }

    /** Else a newer statement that selects one column of the group would take the others away. */
    @Test
    void everyRecordWithOptionalComponentsIsAGroup() {
        var groups = new TreeSet<String>();
        WireNames.events().values().forEach(event -> collectGroups(event, groups));

        assertThat(groups)
                .contains("ids", "broker", "instrument", "option", "lot")
                .allSatisfy(group -> assertThat(
                                merge("{'%s':{'a':1,'b':1}}".formatted(group), "{'%s':{'b':2}}".formatted(group)))
                        .isEqualTo(json("{'%s':{'a':1,'b':2}}".formatted(group))));
    }

    private static void collectGroups(Class<?> type, Set<String> groups) {
        for (var component : type.getRecordComponents()) {
            if (component.getType().isRecord()) {
                if (Stream.of(component.getType().getRecordComponents())
                        .anyMatch(part -> part.getAnnotatedType().isAnnotationPresent(Nullable.class))) {
                    groups.add(component.getName());
                }
                collectGroups(component.getType(), groups);
            }
        }
    }

    private static ObjectNode merge(String older, String newer) {
        return ContractJson.merge(json(older), json(newer));
    }

    private static ObjectNode json(String text) {
        return ContractJson.read(text.replace('\'', '"'), ObjectNode.class);
    }
}
