package io.flexledger.mapper.version;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
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

/**
 * Events as {@link ContractJson} writes them, except that the {@link Fact} is a 0 whose place is known. Rows of one
 * statement share their instruments, so each is written once and remembered as long as the writer is. A fill holds a
 * dozen amounts, so values are written directly rather than by reflection; a test holds both spellings together.
 */
final class ContentJson {

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
    private static final int INSTRUMENTS_KEPT = 10_000;

    private final ObjectWriter events = EVENTS.withAttribute(OnceWritten.class, new IdentityHashMap<>());

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
        @SuppressWarnings("unchecked") // the attribute is set above
        public void serialize(Instrument instrument, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            var written = (IdentityHashMap<Instrument, String>) provider.getAttribute(OnceWritten.class);
            if (written.size() >= INSTRUMENTS_KEPT) {
                written.clear();
            }
            var text = written.get(instrument);
            if (text == null) {
                text = INSTRUMENTS.writeValueAsString(instrument);
                written.put(instrument, text);
            }
            json.writeRawValue(text);
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
