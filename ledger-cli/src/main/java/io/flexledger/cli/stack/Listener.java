package io.flexledger.cli.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether somebody listens on a port of this machine. */
final class Listener {

    private static final int TIMEOUT_MS = 500;

    private Listener() {}

    static boolean at(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
