package io.flexledger.realtime.frame;

import static io.flexledger.realtime.frame.Written.CALLS_SOLD;
import static io.flexledger.realtime.frame.Written.COST;
import static io.flexledger.realtime.frame.Written.kept;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.realtime.frame.FrameBook.TracedFill;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FrameBookTest {

    private final FrameBook book = new FrameBook(new FrameReader());

    @Test
    void aFillStandsOnTheFirstFrameThatToldIt() {
        TracedFill traced = only(kept(7, CALLS_SOLD), kept(9, Written.toldAgain()), kept(8, COST));

        assertThat(traced.naturalKey()).isEqualTo("0000e0d5.6669b1a3.01");
        assertThat(traced.frame().number()).isEqualTo(7);
        assertThat(Objects.requireNonNull(traced.fill().commission()).commission())
                .isEqualByComparingTo("1.0003");
    }

    @Test
    void aCorrectionKeepsTheKeyAndStandsOnItsOwnFrame() {
        TracedFill traced = only(kept(1, CALLS_SOLD), kept(3, Written.corrected()));

        assertThat(traced.naturalKey()).isEqualTo("0000e0d5.6669b1a3.01");
        assertThat(traced.frame().number()).isEqualTo(3);
        assertThat(traced.fill().execution().shares()).isEqualByComparingTo("1");
    }

    @Test
    void whatCannotBeACorrectionHasAKeyOfItsOwn() {
        String another = CALLS_SOLD.replace("01.01|2026", "01.02|2026").replace("|1|0|2|171.35|", "|1|0|4|171.35|");

        assertThat(book.fills(List.of(kept(1, CALLS_SOLD), kept(2, another))))
                .extracting(TracedFill::naturalKey)
                .containsExactly("0000e0d5.6669b1a3.01", "0000e0d5.6669b1a3.01.02");
    }

    @Test
    void aCorrectionOfWhatHasAKeyOfItsOwnKeepsThatKey() {
        List<KeptFrame> frames = List.of(
                kept(1, CALLS_SOLD),
                kept(2, Written.version("02", "2", "4")),
                kept(3, Written.version("03", "1", "4")));

        assertThat(book.fills(frames.subList(0, 2)))
                .extracting(TracedFill::naturalKey)
                .containsExactly("0000e0d5.6669b1a3.01", "0000e0d5.6669b1a3.01.02");
        assertThat(book.fills(frames))
                .extracting(TracedFill::naturalKey)
                .containsExactly("0000e0d5.6669b1a3.01", "0000e0d5.6669b1a3.01.02");
    }

    @Test
    void aCommissionAloneIsNoFill() {
        assertThat(book.fills(List.of(kept(1, COST)))).isEmpty();
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        assertThat(book.fills(List.of(kept(3, Written.corrected()), kept(2, COST), kept(1, CALLS_SOLD))))
                .isEqualTo(book.fills(List.of(kept(1, CALLS_SOLD), kept(2, COST), kept(3, Written.corrected()))));
    }

    private TracedFill only(KeptFrame... frames) {
        List<TracedFill> fills = book.fills(List.of(frames));
        assertThat(fills).hasSize(1);
        return fills.getFirst();
    }
}
