package io.flexledger.mapper.version;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Writes the events of one statement as {@link ContractJson} does, except that an event's {@link Fact} is a 0 whose place
 * is known. Rows of one statement share their instruments, so each is written once and remembered; a fill holds a dozen
 * amounts, so values are written directly rather than by reflection. A test holds both spellings together.
 */
final class ContentJson {

    private static final int KEPT = 10_000;

    private static final ObjectWriter EVENTS = ContractJson.MAPPER
            .copy()
            .registerModule(new SimpleModule()
                    .addSerializer(Fact.class, new NoFact())
                    .addSerializer(Instrument.class, new OnceWritten())
                    .addSerializer(Money.class, new Amount())
                    .addSerializer(Quantity.class, ToStringSerializer.instance)
                    .addSerializer(CurrencyCode.class, ToStringSerializer.instance)
                    .addSerializer(InstrumentId.class, ToStringSerializer.instance))
            .writerFor(CanonicalEvent.class);

    private static final ObjectWriter FACTS = ContractJson.MAPPER.writerFor(Fact.class);
    private static final ObjectWriter INSTRUMENTS = ContractJson.MAPPER.writerFor(Instrument.class);

    private final ObjectWriter events =
            EVENTS.withAttribute(OnceWritten.class, new IdentityHashMap<Instrument, SerializableString>());

    byte[] event(CanonicalEvent event) {
        return write(events, event);
    }

    static byte[] fact(Fact fact) {
        return write(FACTS, fact);
    }

    private static byte[] write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class NoFact extends JsonSerializer<Fact> {
        @Override
        public void serialize(Fact fact, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(0);
        }
    }

    private static final class OnceWritten extends JsonSerializer<Instrument> {
        @Override
        @SuppressWarnings("unchecked") // set above
        public void serialize(Instrument instrument, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            var written = (Map<Instrument, SerializableString>) provider.getAttribute(OnceWritten.class);
            var known = written.get(instrument);
            if (known == null) {
                if (written.size() >= KEPT) {
                    written.clear();
                }
                known = new SerializedString(INSTRUMENTS.writeValueAsString(instrument));
                written.put(instrument, known);
            }
            json.writeRawValue(known);
        }
    }

    private static final class Amount extends JsonSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("amount", money.amount().toPlainString());
            json.writeStringField("currency", money.currency().code());
            json.writeEndObject();
        }
    }
}
