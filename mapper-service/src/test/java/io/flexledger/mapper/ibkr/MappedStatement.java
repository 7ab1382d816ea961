package io.flexledger.mapper.ibkr;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.mapper.ibkr.column.DateOrder;
import io.flexledger.mapper.ibkr.column.Moment;
import io.flexledger.mapper.ibkr.column.Times;
import io.flexledger.mapper.ibkr.row.RowLimits;
import io.flexledger.mapper.reading.Mapping;
import io.flexledger.mapper.reading.MappingSink;
import io.flexledger.mapper.reading.RawRecord;
import io.flexledger.mapper.reading.Rejection;
import io.flexledger.mapper.version.StatedEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement and all that the mapper made of it. */
public final class MappedStatement implements MappingSink {

    public static final AccountId ACCOUNT = AccountId.of("U7000001");
    public static final MapperSettings SETTINGS =
            new MapperSettings(Map.of(), Map.of(), CurrencyCode.of("HKD"), RowLimits.DEFAULT);

    private static final Instant RECEIVED = Instant.parse("2025-08-02T00:00:00Z");

    private final List<RawRecord> rows = new ArrayList<>();
    private final List<StatedEvent> stated = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final byte[] bytes;
    private final Mapping mapping;

    private MappedStatement(byte[] bytes, RawArtifact artifact, MapperSettings settings) {
        this.bytes = bytes;
        this.mapping = StatementMapper.map(artifact, () -> new ByteArrayInputStream(bytes), settings, this);
    }

    /** A file of {@code statements/ibkr}. */
    public static MappedStatement file(String name) {
        return of(bytes(name), SETTINGS);
    }

    public static byte[] bytes(String name) {
        try (InputStream file = MappedStatement.class.getResourceAsStream("/statements/ibkr/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static MappedStatement of(String xml) {
        return of(xml.getBytes(StandardCharsets.UTF_8), SETTINGS);
    }

    public static MappedStatement of(byte[] bytes, MapperSettings settings) {
        return new MappedStatement(bytes, artifact(bytes), settings);
    }

    /** As the ingestor makes it from the statement's own tag. */
    public static RawArtifact artifact(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, 2_000), StandardCharsets.UTF_8);
        int end = text.indexOf('>');
        String tag = end < 0 ? text : text.substring(0, end);
        String account = attribute(tag, "accountId", "");
        LocalDate from = date(attribute(tag, "fromDate", "20250101"));
        LocalDate to = date(attribute(tag, "toDate", "20251231"));
        return new RawArtifact(
                sha256(bytes),
                account.isBlank() ? ACCOUNT : AccountId.of(account),
                "query",
                "AF",
                from,
                to,
                attribute(tag, "period", "Custom"),
                generatedAt(tag),
                "UTF-8",
                bytes.length);
    }

    private static Instant generatedAt(String tag) {
        String stated = attribute(tag, "whenGenerated", "");
        try {
            return Times.parse(stated, DateOrder.DAY_FIRST).instant(Moment.NEW_YORK);
        } catch (RuntimeException e) {
            return RECEIVED;
        }
    }

    private static LocalDate date(String text) {
        try {
            return Times.parse(text, DateOrder.DAY_FIRST).date();
        } catch (RuntimeException e) {
            return LocalDate.of(2025, 1, 1); // the ingestor would have refused the file
        }
    }

    private static String attribute(String tag, String name, String absent) {
        Matcher matcher =
                Pattern.compile("\\s" + name + "\\s*=\\s*[\"']([^\"']*)[\"']").matcher(tag);
        return matcher.find() ? matcher.group(1) : absent;
    }

    private static ArtifactId sha256(byte[] bytes) {
        try {
            return ArtifactId.of(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void row(RawRecord row) {
        rows.add(row);
    }

    @Override
    public void event(StatedEvent event) {
        stated.add(event);
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections.add(rejection);
    }

    public byte[] bytes() {
        return bytes;
    }

    public Mapping mapping() {
        return mapping;
    }

    /** Why the whole artifact was refused. */
    public Rejection refusal() {
        return Objects.requireNonNull(mapping.unreadable());
    }

    public List<RawRecord> rows() {
        return rows;
    }

    public List<StatedEvent> stated() {
        return stated;
    }

    public List<CanonicalEvent> events() {
        return stated.stream().map(StatedEvent::event).toList();
    }

    public <T extends CanonicalEvent> List<T> events(Class<T> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The only event of a type. */
    public <T extends CanonicalEvent> T only(Class<T> type) {
        List<T> events = events(type);
        if (events.size() != 1) {
            throw new AssertionError("expected one " + type.getSimpleName() + " but got " + events);
        }
        return events.getFirst();
    }

    public List<Rejection> rejections() {
        return rejections;
    }
}
