package io.flexledger.ingestor.adapter.flex;

import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.container.Gunzip;
import io.flexledger.ingestor.container.Wrapping;
import io.flexledger.ingestor.fetch.Broker;
import io.flexledger.ingestor.fetch.FetchFailedException;
import io.flexledger.ingestor.fetch.FlexFailure;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.Rest;
import io.flexledger.ingestor.fetch.Setback;
import io.flexledger.ingestor.fetch.Step.Receipt;
import io.flexledger.ingestor.fetch.Token;
import io.flexledger.ingestor.fetch.TokenRestsException;
import io.flexledger.ingestor.fetch.Turns;
import io.flexledger.ingestor.flex.FlexProblem;
import io.flexledger.ingestor.flex.Reaction;
import io.flexledger.ingestor.intake.Spool;
import io.flexledger.ingestor.intake.Spool.Held;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.refusal.RefusedException;
import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Calls the service in turn, and repeats what fails below its own answers. */
@ApplicationScoped
class FlexBroker implements Broker {

    private static final String VERSION = "3";
    private static final String CLIENT = "Flexledger/1.0";
    private static final int RETRIES = 3;
    private static final Rest REST = new Rest(Duration.ofMinutes(10), false, false);

    private final FlexWebService service;
    private final FlexSettings settings;
    private final IngestorConfig config;
    private final Turns turns;
    private final Spool spool;
    private final Pace pace;

    FlexBroker(
            @RestClient FlexWebService service,
            FlexSettings settings,
            IngestorConfig config,
            Turns turns,
            Spool spool,
            Pace pace) {
        this.service = service;
        this.settings = settings;
        this.config = config;
        this.turns = turns;
        this.spool = spool;
        this.pace = pace;
    }

    @Override
    public Held ask(Wanted wanted, Watch watch) throws FetchFailedException, TokenRestsException {
        var query = wanted.query();
        return call(settings.url("SendRequest"), query.token(), query.id(), wanted.from(), wanted.to(), watch);
    }

    @Override
    public Held fetch(FlexQuery query, Receipt receipt, Watch watch) throws FetchFailedException, TokenRestsException {
        var url = receipt.url().isEmpty() ? settings.url("GetStatement") : receipt.url();
        return call(url, query.token(), receipt.reference(), null, null, watch);
    }

    /** The broker's hosts over TLS; any other that is configured as it is configured. */
    @Override
    public boolean isBrokers(String url) {
        try {
            var there = URI.create(url);
            var home = URI.create(settings.baseUrl());
            return there.getHost() != null
                    && there.getUserInfo() == null
                    && settings.hosts().contains(there.getHost())
                    && home.getScheme().equals(there.getScheme())
                    && (there.getPort() == home.getPort() || there.getPort() == -1);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private Held call(String url, Token token, String q, @Nullable LocalDate from, @Nullable LocalDate to, Watch watch)
            throws FetchFailedException, TokenRestsException {
        var failed = new AtomicInteger();
        var guard = TypedGuard.create(Held.class)
                .withRetry()
                .maxRetries(RETRIES)
                .delay(0, ChronoUnit.MILLIS) // the pause is taken below, in the time of the run
                .jitter(0, ChronoUnit.MILLIS)
                .maxDuration(1, ChronoUnit.DAYS)
                .whenException(failure -> failure instanceof TransportException transport
                        && transport.fault().isTransient())
                .beforeRetry(failure -> rest(failure, failed.incrementAndGet(), watch))
                .done()
                .build();
        try {
            return guard.call(() -> once(url, token, q, from, to));
        } catch (TransportException e) {
            throw new FetchFailedException(unreachable(e.fault(), failed.get() + 1));
        } catch (RefusedException e) {
            throw new FetchFailedException(tooLarge(e.refusal()));
        } catch (IOException e) {
            throw new UncheckedIOException("the spool cannot be written", e);
        } catch (TokenRestsException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a call fails in these ways only", e);
        }
    }

    private void rest(Throwable failure, int attempt, Watch watch) {
        var fault = failure instanceof TransportException transport ? transport.fault() : Fault.CONNECTION_LOST;
        var pause = settings.retry().transportPause(attempt, ThreadLocalRandom.current()::nextDouble);
        watch.retrying(new Setback(fault.name(), sentence(fault), attempt), pause);
        pace.pause(pause);
    }

    private Held once(String url, Token token, String q, @Nullable LocalDate from, @Nullable LocalDate to)
            throws IOException, TokenRestsException {
        try (var body =
                turns.inTurn(token, () -> service.get(url, CLIENT, token.secret(), q, VERSION, day(from), day(to)))) {
            return spool(body, token);
        } catch (WebApplicationException | ProcessingException | OnlyOk.UnexpectedStatusException e) {
            throw new TransportException(Fault.of(e));
        }
    }

    private Held spool(InputStream body, Token token) throws IOException {
        var timed = new TimedInput(body, config.flex().callLimit());
        try (var plain = unpacked(timed)) {
            return spool.fill(
                    new WithoutToken(plain, token), config.maxFileSize().asLongValue(), FlexBroker::tooLarge);
        }
    }

    /** Packing is of the transport, so that damage to it is, too. */
    private static InputStream unpacked(InputStream body) throws IOException {
        var bytes = new PushbackInputStream(body, Wrapping.BYTES);
        var head = bytes.readNBytes(Wrapping.BYTES);
        bytes.unread(head);
        if (Wrapping.of(head) != Wrapping.GZIP) {
            return bytes;
        }
        try {
            return new Unpacked(Gunzip.open(bytes));
        } catch (RefusedException _) {
            throw new TransportException(Fault.GARBLED);
        }
    }

    private static final class Unpacked extends FilterInputStream {

        Unpacked(Gunzip packed) {
            super(packed);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            try {
                return super.read(buffer, from, length);
            } catch (RefusedException _) {
                throw new TransportException(Fault.GARBLED);
            }
        }
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    private static FlexFailure unreachable(Fault fault, int tries) {
        return new FlexFailure(
                FlexProblem.FLEX_UNREACHABLE,
                fault.isTransient() ? Reaction.RETRY : Reaction.FATAL_OPERATOR,
                fault.name(),
                tries > 1 ? "After %d tries: %s".formatted(tries, sentence(fault)) : sentence(fault),
                fault.nextStep(),
                fault.isTransient() ? REST : Rest.NONE);
    }

    private static String sentence(Fault fault) {
        return "No answer of the service: " + fault.meaning() + ".";
    }

    private static Refusal tooLarge(long limit) {
        return Refusal.of(
                RefusalCode.FILE_TOO_LARGE,
                "The report has more than %d bytes, the limit set by ingestor.max-file-size.".formatted(limit),
                "Fetch a shorter period, or raise ingestor.max-file-size.");
    }

    private static FlexFailure tooLarge(Refusal refusal) {
        return new FlexFailure(
                FlexProblem.FLEX_REQUEST,
                Reaction.FATAL_OPERATOR,
                null,
                refusal.detail(),
                refusal.nextStep(),
                Rest.NONE);
    }
}
