package io.flexledger.web.problem;

/** What any service can answer, whatever it was asked; explained in {@code docs/problems} like a service's own. */
enum SharedProblemType implements ProblemKind {
    UNAVAILABLE(503, "The database is not available", "Try again in some seconds; nothing was lost.");

    private final Wording wording;

    SharedProblemType(int status, String title, String nextStep) {
        wording = new Wording(status, title, nextStep);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
