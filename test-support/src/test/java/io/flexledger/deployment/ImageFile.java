package io.flexledger.deployment;

/** What the {@code Dockerfile} decides for every service. */
final class ImageFile {

    private static final String TEXT = Checkout.text("Dockerfile");

    private ImageFile() {}

    /** Where a service listens in its container. */
    static String port() {
        return Checkout.only(TEXT, "FLEXLEDGER_HTTP_PORT=(\\d+)");
    }

    /** The number of the user everything runs as. */
    static long user() {
        return Long.parseLong(Checkout.only(TEXT, "(?m)^USER (\\d+)$"));
    }
}
