package io.flexledger.mapper.ibkr.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of an element, in the order written. Rows of one section nearly always share one. */
public final class Layout {

    private final String section;
    private final String element;
    private final List<String> names;
    private final Map<String, Integer> places;

    Layout(String section, String element, List<String> names) {
        this.section = section;
        this.element = element;
        this.names = List.copyOf(names);
        this.places = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
    }

    public String section() {
        return section;
    }

    public String element() {
        return element;
    }

    public List<String> names() {
        return names;
    }

    /** @return where the column stands, or -1 */
    int place(String column) {
        var place = places.get(column);
        return place == null ? -1 : place;
    }
}
