package io.flexledger.ingestor.adapter.doctor;

import io.flexledger.ingestor.doctor.Check;
import io.flexledger.ingestor.doctor.Finding;
import io.flexledger.ingestor.fetch.FlexSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Whether the broker can be reached. A connection is opened and closed; nothing is asked, so no limit is used up. */
@ApplicationScoped
class BrokerCheck implements Check {

    private static final int PATIENCE_MS = 5_000;

    private final FlexSettings settings;

    BrokerCheck(FlexSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "flex_service";
    }

    @Override
    public Finding find() {
        if (!settings.isConfigured()) {
            return NotConfigured.finding();
        }
        var url = URI.create(settings.baseUrl());
        boolean encrypted = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : encrypted ? 443 : 80;
        try {
            connect(url.getHost(), port, encrypted);
            return Finding.pass(
                    "%s:%d accepts connections%s".formatted(url.getHost(), port, encrypted ? " over TLS" : ""));
        } catch (IOException e) {
            return Finding.fail(
                    "%s:%d cannot be reached: %s"
                            .formatted(url.getHost(), port, e.getClass().getSimpleName()),
                    "Check network, DNS and proxy of this machine, and IBKR_FLEX_BASE_URL.");
        }
    }

    private static void connect(String host, int port, boolean encrypted) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
            if (encrypted) {
                shakeHands(socket, host, port);
            }
        }
    }

    private static void shakeHands(Socket socket, String host, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (var tls = (SSLSocket) factory.createSocket(socket, host, port, true)) {
            tls.setSoTimeout(PATIENCE_MS);
            var parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
        }
    }
}
