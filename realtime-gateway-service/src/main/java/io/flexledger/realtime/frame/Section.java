package io.flexledger.realtime.frame;

/** What a kept message is about. */
public enum Section {
    EXECUTION("execDetails"),
    COMMISSION("commissionReport"),
    /** The total a published value stands on. */
    NET_LIQUIDATION("NetLiquidation"),
    /** Nothing we can read: kept for a person. */
    UNDECODABLE("undecodable");

    private final String wireName;

    Section(String wireName) {
        this.wireName = wireName;
    }

    /** As figures name it as their source, and as it is stored. */
    public String wireName() {
        return wireName;
    }

    public static Section ofWireName(String wireName) {
        for (Section section : values()) {
            if (section.wireName.equals(wireName)) {
                return section;
            }
        }
        throw new IllegalArgumentException("no section of kept messages: " + wireName);
    }
}
