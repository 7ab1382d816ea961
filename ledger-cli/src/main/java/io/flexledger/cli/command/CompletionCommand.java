package io.flexledger.cli.command;

import io.flexledger.cli.Session;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a shell's completion script. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Write the completion script for a shell.",
        footer = {"", "bash: source <(./ledger completion bash)", "zsh:  source <(./ledger completion zsh)"})
public final class CompletionCommand implements Runnable {

    /** The shells the script works in. */
    enum Shell {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    // One script serves both shells; the argument keeps the command line stable should that change.
    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    private @Nullable Shell shell;

    public CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (spec != null && shell != null) {
            session.out().print(AutoComplete.bash("ledger", spec.root().commandLine()));
        }
    }
}
