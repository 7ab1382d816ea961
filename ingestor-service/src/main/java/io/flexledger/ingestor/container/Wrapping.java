package io.flexledger.ingestor.container;

/** How a file's documents are wrapped, told by its first bytes; names and media types are not trusted. */
public enum Wrapping {
    NONE,
    GZIP,
    ZIP;

    /** How many bytes are looked at. */
    public static final int BYTES = 4;

    public static Wrapping of(byte[] head) {
        if (head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
            return GZIP;
        }
        boolean zip = head.length >= BYTES
                && head[0] == 'P'
                && head[1] == 'K'
                && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
        return zip ? ZIP : NONE;
    }
}
