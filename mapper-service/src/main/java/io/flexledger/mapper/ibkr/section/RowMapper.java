package io.flexledger.mapper.ibkr.section;

import io.flexledger.mapper.ibkr.column.RefusedException;

/** Makes a fact of a row. */
@FunctionalInterface
interface RowMapper {

    /** @throws RefusedException when a value is missing or is not what its column should hold */
    Verdict map(Cells row);

    /** For rows that repeat what others state. */
    static RowMapper evidence(String policy) {
        var verdict = new Verdict.Evidence(policy);
        return row -> verdict;
    }
}
