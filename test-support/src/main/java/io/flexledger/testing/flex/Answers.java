package io.flexledger.testing.flex;

import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.service.Endpoint;
import io.flexledger.testing.flex.service.ServiceAnswer;
import io.flexledger.testing.flex.service.ServiceAnswer.Receipt;
import io.flexledger.testing.flex.service.ServiceAnswer.Refusal;
import io.flexledger.testing.flex.service.ServiceAnswer.Statement;
import io.flexledger.testing.flex.service.StatusStyle;
import io.flexledger.testing.flex.service.StatusXml;
import io.flexledger.testing.flex.wire.Body;
import io.flexledger.testing.flex.wire.Framing;
import io.flexledger.testing.flex.wire.WireAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the service's answers as HTTP has them, whole or spoilt.
 *
 * @param download where the receipts send the client
 */
record Answers(InstantSource clock, Supplier<StatusStyle> style, URI download) {

    private static final String XML = "text/xml;charset=UTF-8";
    private static final String HTML = "text/html";
    private static final int FILLER = 1 << 16;

    static Answers of(SimulatorSettings settings, URI base) {
        return new Answers(settings.service().clock(), settings.style(), base.resolve(Endpoint.GET_STATEMENT.path()));
    }

    WireAnswer whole(ServiceAnswer answer) {
        return whole(answer, download);
    }

    private WireAnswer whole(ServiceAnswer answer, URI url) {
        StatusXml status = new StatusXml(style.get(), clock.instant());
        return switch (answer) {
            case Receipt receipt -> WireAnswer.of(200, XML, Body.of(status.of(receipt, url)));
            case Refusal refusal -> WireAnswer.of(200, XML, Body.of(status.of(refusal)));
            case Statement statement ->
                WireAnswer.of(200, XML, statement.report()::writeTo).with(Framing.CHUNKED);
        };
    }

    WireAnswer redirectedTo(String host, ServiceAnswer answer) {
        return whole(answer, URI.create("https://" + host + Endpoint.GET_STATEMENT.path()));
    }

    WireAnswer compressed(ServiceAnswer answer) {
        WireAnswer whole = whole(answer);
        return whole.with(out -> {
                    // Not closed: that would end the connection with the body.
                    GZIPOutputStream packed = new GZIPOutputStream(out);
                    whole.body().writeTo(packed);
                    packed.finish();
                })
                .with(Framing.CHUNKED)
                .withHeader("Content-Encoding", "gzip");
    }

    WireAnswer encoded(Fault.Encoding encoding, ServiceAnswer answer) {
        WireAnswer whole = whole(answer);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            whole.body().writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String text = bytes.toString(StandardCharsets.UTF_8).replaceFirst("^<\\?xml.*?\\?>\\s*", "");
        String declared = "<?xml version=\"1.0\" encoding=\"%s\"?>\n<!-- Münchener Rück -->\n%s"
                .formatted(encoding.declared(), text);
        return WireAnswer.of(200, "text/xml", Body.of(declared.getBytes(encoding.actual())));
    }

    static WireAnswer page(int status, String sentence) {
        return WireAnswer.of(
                status,
                HTML,
                Body.of("<!DOCTYPE html>\n<html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>\n"
                        .formatted(sentence)));
    }

    /** Begins as a report. */
    static WireAnswer oversized(long bytes) {
        return WireAnswer.of(200, XML, out -> endless(bytes, out)).with(Framing.CHUNKED);
    }

    private static void endless(long bytes, OutputStream out) throws IOException {
        byte[] head = "<FlexQueryResponse queryName=\"Endless\" type=\"AF\">\n".getBytes(StandardCharsets.US_ASCII);
        byte[] filler = new byte[FILLER];
        Arrays.fill(filler, (byte) ' ');
        out.write(head, 0, (int) Math.min(head.length, bytes));
        for (long left = bytes - head.length; left > 0; left -= FILLER) {
            out.write(filler, 0, (int) Math.min(FILLER, left));
        }
    }
}
