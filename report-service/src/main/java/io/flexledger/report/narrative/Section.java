package io.flexledger.report.narrative;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;

/** A stretch of the story with a title of its own. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Section.Overnight.class, name = "OVERNIGHT"),
    @JsonSubTypes.Type(value = Section.TradingDay.class, name = "TRADING_DAY"),
    @JsonSubTypes.Type(value = Section.HandOver.class, name = "HAND_OVER"),
})
public sealed interface Section {

    String title();

    List<Block> blocks();

    /** Between two days, by the clock on an earlier date than the day it is booked with. */
    record Overnight(String title, List<Block> blocks) implements Section {
        public Overnight {
            blocks = List.copyOf(blocks);
        }
    }

    /** The day itself; also a report day on which the market is closed. */
    record TradingDay(LocalDate date, String title, List<Block> blocks) implements Section {
        public TradingDay {
            blocks = List.copyOf(blocks);
        }
    }

    /** What became of the gateway's value once the broker stated the day; only where the gateway told one. */
    record HandOver(String title, List<Block> blocks) implements Section {
        public HandOver {
            blocks = List.copyOf(blocks);
        }
    }
}
