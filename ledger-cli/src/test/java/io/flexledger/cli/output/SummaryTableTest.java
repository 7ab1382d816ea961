package io.flexledger.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import org.junit.jupiter.api.Test;

class SummaryTableTest {

    private static final String SUMMARY = """
            {"account": "U1", "baseCurrency": "HKD", "days": [
              {"date": "2025-07-17", "openingNav": {"amount": "79498.68", "currency": "HKD"},
               "netCashFlow": {"amount": "0.00", "currency": "HKD"},
               "grossPnl": {"amount": "301.87", "currency": "HKD"},
               "commissions": {"amount": "-45.74", "currency": "HKD"},
               "netPnl": {"amount": "256.13", "currency": "HKD"}, "netPnlPercent": "0.32",
               "closingNav": {"amount": "79754.81", "currency": "HKD"},
               "unexplained": {"amount": "0.00", "currency": "HKD"}, "assignment": "A", "provisional": false},
              {"date": "2025-07-18", "openingNav": {"amount": "1279754.81", "currency": "HKD"},
               "netCashFlow": {"amount": "0.00", "currency": "HKD"},
               "grossPnl": {"amount": "-1.5", "currency": "HKD"},
               "commissions": {"amount": "0.00", "currency": "HKD"},
               "netPnl": {"amount": "-1.50", "currency": "HKD"},
               "closingNav": {"amount": "79231.03", "currency": "HKD"}, "assignment": "", "provisional": true}]}
            """;

    @Test
    void personReadsGroupedAmountsWithTheirCurrency() {
        assertThat(TableWriter.write(SummaryTable.of(summary(), Format.MD), Format.MD))
                .isEqualTo("""
                | Date                     |      Opening NAV | Net cash flow |  Gross P&L | Commissions |    Net P&L | Net P&L % |   Closing NAV | Unexplained | Assignment |
                |:-------------------------|-----------------:|--------------:|-----------:|------------:|-----------:|----------:|--------------:|------------:|:-----------|
                | 2025-07-17               |    79,498.68 HKD |      0.00 HKD | 301.87 HKD |  -45.74 HKD | 256.13 HKD |      0.32 | 79,754.81 HKD |    0.00 HKD | A          |
                | 2025-07-18 (provisional) | 1,279,754.81 HKD |      0.00 HKD |  -1.50 HKD |    0.00 HKD |  -1.50 HKD |           | 79,231.03 HKD |             |            |
                """);
    }

    @Test
    void programReadsPlainOnes() {
        assertThat(TableWriter.write(SummaryTable.of(summary(), Format.CSV), Format.CSV))
                .isEqualTo("""
                date,currency,openingNav,netCashFlow,grossPnl,commissions,netPnl,netPnlPercent,closingNav,unexplained,assignment,provisional
                2025-07-17,HKD,79498.68,0.00,301.87,-45.74,256.13,0.32,79754.81,0.00,A,false
                2025-07-18,HKD,1279754.81,0.00,-1.5,0.00,-1.50,,79231.03,,,true
                """);
    }

    private static JsonNode summary() {
        return ContractJson.read(SUMMARY, JsonNode.class);
    }
}
