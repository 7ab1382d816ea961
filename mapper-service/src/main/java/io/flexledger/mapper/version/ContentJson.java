package io.flexledger.mapper.version;

import com.fasterxml.jackson.core.JsonGenerator;
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
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;

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

    private static final ObjectWriter INSTRUMENTS = ContractJson.MAPPER.writerFor(Instrument.class);

    private final Pen events = new Pen(EVENTS.withAttribute(OnceWritten.class, new OnceWritten.Memory()));
    private final FactJson facts = new FactJson();

    byte[] event(CanonicalEvent event) {
        return events.write(event);
    }

    byte[] fact(Fact fact) {
        return facts.write(fact);
    }

    private static final class NoFact extends JsonSerializer<Fact> {
        @Override
        public void serialize(Fact fact, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(0);
        }
    }

    private static final class OnceWritten extends JsonSerializer<Instrument> {

        /** What one statement's events have written. */
        private static final class Memory {
            private final Pen instruments = new Pen(INSTRUMENTS);
            private final IdentityHashMap<Instrument, SerializableString> written = new IdentityHashMap<>();

            SerializableString json(Instrument instrument) {
                var known = written.get(instrument);
                if (known == null) {
                    if (written.size() >= KEPT) {
                        written.clear();
                    }
                    known = new SerializedString(new String(instruments.write(instrument), StandardCharsets.UTF_8));
                    written.put(instrument, known);
                }
                return known;
            }
        }

        @Override
        public void serialize(Instrument instrument, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeRawValue(((Memory) provider.getAttribute(OnceWritten.class)).json(instrument));
        }
    }

    private static final class Amount extends JsonSerializer<Money> {

        private static final SerializableString AMOUNT = new SerializedString("amount");
        private static final SerializableString CURRENCY = new SerializedString("currency");

        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeFieldName(AMOUNT);
            json.writeString(money.amount().toPlainString());
            json.writeFieldName(CURRENCY);
            json.writeString(money.currency().code());
            json.writeEndObject();
        }
    }
}
