package io.flexledger.web.request;

import io.quarkiverse.loggingjson.JsonGenerator;
import io.quarkiverse.loggingjson.providers.StructuredArgument;
import java.io.IOException;

/** Part of a line: {@code key=value} in text, a member of its own in JSON. */
record Fact(String key, Object value) implements StructuredArgument {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeObjectField(key, value);
    }

    @Override
    public String toString() {
        return key + "=" + value;
    }
}
