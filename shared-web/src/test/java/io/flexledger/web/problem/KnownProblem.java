package io.flexledger.web.problem;

/** A service's problems, as an enum declares them. */
enum KnownProblem implements ProblemKind {
    RUN_NOT_FOUND(404, "Run not found", "List the runs and take an id from there.");

    private final Wording wording;

    KnownProblem(int status, String title, String nextStep) {
        wording = new Wording(status, title, nextStep);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
