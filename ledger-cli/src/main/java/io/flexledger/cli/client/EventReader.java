package io.flexledger.cli.client;

import java.util.Optional;

/** Puts events together out of the lines of a {@code text/event-stream}. */
final class EventReader {

    private static final String UNNAMED = "message";

    private final StringBuilder data = new StringBuilder();
    private String name = UNNAMED;
    private String id = "";

    /** The event that a line completes. */
    Optional<ServerEvent> line(String line) {
        if (line.isEmpty()) {
            return complete();
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        String text = value.startsWith(" ") ? value.substring(1) : value;
        switch (field) {
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(text);
            case "event" -> name = text;
            case "id" -> id = text;
            default -> {
                // A comment keeps the connection alive; other fields are for browsers.
            }
        }
        return Optional.empty();
    }

    private Optional<ServerEvent> complete() {
        Optional<ServerEvent> event =
                data.isEmpty() ? Optional.empty() : Optional.of(new ServerEvent(id, name, data.toString()));
        data.setLength(0);
        name = UNNAMED;
        return event;
    }
}
