package io.flexledger.realtime.frame;

import io.flexledger.contracts.id.ExecutionId;
import io.flexledger.realtime.fill.Fill;
import io.flexledger.realtime.fill.FillBook;
import io.flexledger.realtime.message.Incoming.CommissionReported;
import io.flexledger.realtime.message.Incoming.ExecutionReported;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fills that kept frames make. */
public final class FrameBook {

    private final FrameReader reader;

    public FrameBook(FrameReader reader) {
        this.reader = reader;
    }

    /**
     * A fill, and the frame it leads back to.
     *
     * @param naturalKey the same for all versions of one execution in one account. Where two of them stand side by
     *     side, because one cannot be a correction of the other, the later has a key of its own
     * @param frame      that told the version which stands, the first to do so
     */
    public record TracedFill(String naturalKey, Fill fill, KeptFrame frame) {}

    /** @param frames all that was kept of some executions, whole executions only */
    public List<TracedFill> fills(List<KeptFrame> frames) {
        FillBook book = FillBook.EMPTY;
        Map<String, KeptFrame> tellers = new HashMap<>();
        List<KeptFrame> inOrder = frames.stream()
                .sorted(Comparator.comparingLong(KeptFrame::number))
                .toList();
        for (KeptFrame kept : inOrder) {
            switch (reader.readAgain(kept)) {
                case ExecutionReported execution -> {
                    book = book.fold(execution).book();
                    tellers.putIfAbsent(
                            teller(
                                    execution.execution().account(),
                                    execution.execution().execId()),
                            kept);
                }
                case CommissionReported commission ->
                    book = book.fold(commission).book();
                default ->
                    throw new IllegalStateException("kept frame " + kept.number() + " is about no execution any more");
            }
        }
        return traced(book.fills(), tellers);
    }

    private static List<TracedFill> traced(List<Fill> fills, Map<String, KeptFrame> tellers) {
        List<TracedFill> traced = new ArrayList<>();
        Map<String, Fill> first = new HashMap<>();
        for (Fill fill : fills) {
            String account = fill.execution().account();
            String base = fill.id().base();
            boolean alone = first.putIfAbsent(teller(account, base), fill) == null;
            KeptFrame frame = tellers.get(teller(account, fill.id().text()));
            if (frame == null) {
                throw new IllegalStateException("a fill that no kept frame tells");
            }
            traced.add(new TracedFill(alone ? base : lowest(fill).text(), fill, frame));
        }
        return traced;
    }

    /** Of the versions it stands for: one that is corrected later keeps its key. */
    private static ExecutionId lowest(Fill fill) {
        return fill.supersedes().isEmpty() ? fill.id() : fill.supersedes().getFirst();
    }

    private static String teller(String account, String execution) {
        return account + '\n' + execution;
    }
}
