package io.flexledger.realtime.session;

/**
 * Something that went wrong, once.
 *
 * @param detail what was seen, in one sentence; empty where the trouble says it all
 */
public record Mishap(Trouble trouble, String detail) {

    static Mishap of(Trouble trouble) {
        return new Mishap(trouble, "");
    }

    /** What was seen, for a person. */
    public String finding() {
        return detail.isEmpty() ? trouble.finding() : trouble.finding() + " " + detail;
    }

    /** What was seen and what to do, for a person. */
    public String text() {
        return finding() + " " + trouble.nextStep();
    }
}
