package io.flexledger.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12345678901234567890123456789012345678901234567890123456789012345"})
    void anAccountHasOneToSixtyFourCharacters(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountId.of(value))
                .withMessage("account must be 1 to 64 characters: '" + value + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"756733", ":756733", "conid:", ""})
    void anInstrumentHasSchemeAndValue(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InstrumentId(value))
                .withMessage("instrument must be scheme:value: '" + value + "'");
    }

    @Test
    void anInstrumentIsTheBrokersContractOrASymbol() {
        assertThat(InstrumentId.conid("756733")).hasToString("conid:756733");
        assertThat(InstrumentId.symbol("BRK B")).hasToString("symbol:BRK B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3F0C1D7A9B5E4C2288AA10F6D2E4B6C8091A2B3C4D5E6F708192A3B4C5D6E7F8",
                "3f0c1d7a9b5e4c2288aa10f6d2e4b6c8091a2b3c4d5e6f708192a3b4c5d6e7f",
                ""
            })
    void anArtifactIsItsHash(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArtifactId.of(value))
                .withMessage("artifact id must be 64 lower-case hex digits: '" + value + "'");
    }
}
