package io.flexledger.realtime.session.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The positions of a session, numbered as they are told first. An answer about a position names nothing but its
 * request; whoever hears the same messages counts alike, and knows which position is meant.
 */
public record PositionNumbers(List<PositionKey> told) {

    public static final PositionNumbers NONE = new PositionNumbers(List.of());

    public PositionNumbers {
        told = List.copyOf(told);
    }

    /** One more than there are numbers for gets none. */
    public PositionNumbers with(PositionKey position) {
        if (told.contains(position) || told.size() >= Asked.COUNTED) {
            return this;
        }
        List<PositionKey> more = new ArrayList<>(told);
        more.add(position);
        return new PositionNumbers(more);
    }

    public boolean contains(PositionKey position) {
        return told.contains(position);
    }

    public int requestId(PositionKey position) {
        return Asked.MARK.requestId(told.indexOf(position));
    }

    public Optional<PositionKey> of(int requestId) {
        int index = requestId - Asked.MARK.requestId();
        return index >= 0 && index < told.size() ? Optional.of(told.get(index)) : Optional.empty();
    }
}
