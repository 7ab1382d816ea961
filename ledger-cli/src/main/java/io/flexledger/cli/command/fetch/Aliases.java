package io.flexledger.cli.command.fetch;

import io.flexledger.cli.Session;
import java.util.List;
import picocli.CommandLine;

/** Commands under second names, which no help shows. */
public final class Aliases {

    private Aliases() {}

    public static List<CommandLine> of(Session session) {
        return List.of(IngestRunCommand.alias(session), ReprocessCommand.alias(session));
    }
}
