package io.flexledger.ingestor.doctor;

/** Judges the room that is left where files lie while they are taken in. */
public final class FreeSpace {

    private static final long GIGABYTE = 1_000_000_000;
    private static final long NEEDED = GIGABYTE;
    private static final long COMFORTABLE = 5 * GIGABYTE;

    private FreeSpace() {}

    /** @param bytes that this service may use */
    public static Finding judge(String place, long bytes) {
        var detail = "%d.%d GB free in %s".formatted(bytes / GIGABYTE, bytes % GIGABYTE / (GIGABYTE / 10), place);
        if (bytes < NEEDED) {
            return Finding.fail(detail, "Free at least 1 GB, or let ingestor.spool-directory lead to a larger disk.");
        }
        return bytes < COMFORTABLE
                ? Finding.warn(detail, "Free some space soon: below 1 GB files may not be taken in.")
                : Finding.pass(detail);
    }
}
