package io.flexledger.realtime.session;

import io.flexledger.realtime.message.Incoming.Notice;

/**
 * A data service of the broker's, a <i>farm</i>. The gateway tells when one is away and when it is back; while it is
 * away what it brings, such as marks, may be old.
 *
 * @param kind what it brings
 * @param name the broker's, such as {@code usfarm}; empty where the gateway says none
 */
record BrokerService(String kind, String name) implements Comparable<BrokerService> {

    private static final int MARKET_DATA_AWAY = 2103;
    private static final int MARKET_DATA_BACK = 2104;
    private static final int HISTORY_AWAY = 2105;
    private static final int HISTORY_BACK = 2106;
    private static final int INSTRUMENTS_AWAY = 2157;
    private static final int INSTRUMENTS_BACK = 2158;

    static boolean isAway(Notice notice) {
        return switch (notice.code()) {
            case MARKET_DATA_AWAY, HISTORY_AWAY, INSTRUMENTS_AWAY -> true;
            default -> false;
        };
    }

    static boolean isBack(Notice notice) {
        return switch (notice.code()) {
            case MARKET_DATA_BACK, HISTORY_BACK, INSTRUMENTS_BACK -> true;
            default -> false;
        };
    }

    /** The text is in anybody's language, but ends with the name in each. */
    static BrokerService of(Notice notice) {
        String kind = switch (notice.code()) {
            case MARKET_DATA_AWAY, MARKET_DATA_BACK -> "market data";
            case HISTORY_AWAY, HISTORY_BACK -> "history";
            default -> "instruments";
        };
        int colon = notice.text().lastIndexOf(':');
        return new BrokerService(
                kind, colon < 0 ? "" : notice.text().substring(colon + 1).strip());
    }

    @Override
    public int compareTo(BrokerService other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return name.isEmpty() ? kind : kind + " " + name;
    }
}
