package io.flexledger.cli.stack;

/** A program that greets and then stays. */
final class Sleeper {

    private Sleeper() {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println(System.getenv("GREETING"));
        Thread.sleep(600_000);
    }
}
