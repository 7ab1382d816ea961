package io.flexledger.mapper.ibkr.row;

/**
 * The tag the parser stands on. Moves with it: whoever still asks about an earlier one is told so.
 *
 * @param start in what the parser sees, as are all offsets here but {@link #offset()}
 */
record Tag(Cursor xml, Tape tape, long start, long end) {

    /** In bytes of the statement. */
    long offset() {
        requireCurrent();
        return tape.originalOffset(start);
    }

    /** In bytes of the statement. */
    int length() {
        requireCurrent();
        return (int) (tape.originalOffset(end) - tape.originalOffset(start));
    }

    String text() {
        requireCurrent();
        return tape.text(start, end);
    }

    String value(int place) {
        requireCurrent();
        return xml.value(place);
    }

    private void requireCurrent() {
        if (xml.offset() != start) {
            throw new IllegalStateException("the row at " + start + " was asked after the next one was read");
        }
    }
}
