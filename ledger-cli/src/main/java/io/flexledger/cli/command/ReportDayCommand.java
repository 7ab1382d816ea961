package io.flexledger.cli.command;

import io.flexledger.cli.Session;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.output.TableWriter;
import io.flexledger.cli.stack.Service;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells one day. */
@Command(name = "day", mixinStandardHelpOptions = true, description = "Tell one trading day, event by event.")
public final class ReportDayCommand implements Runnable {

    /** How the day is written. */
    enum Form {
        MD,
        JSON,
        HTML;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Session session;

    @Parameters(paramLabel = "DATE", description = "Report date, such as 2025-07-17.")
    private @Nullable LocalDate date;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Needed where there are several.")
    private @Nullable String account;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "md",
            description = "md, the story as Markdown, json or html (default: ${DEFAULT-VALUE}).")
    private Form form = Form.MD;

    public ReportDayCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        StackAccess stack = StackAccess.of(session);
        if (date != null) {
            session.out().print(tell(stack.client(Service.REPORT), date, account, form));
        }
    }

    static String tell(ServiceClient reports, LocalDate date, @Nullable String account, Form form) {
        Map<String, String> query = new LinkedHashMap<>();
        if (account != null) {
            query.put("account", account);
        }
        String path = "/api/reports/daily/" + date;
        return switch (form) {
            case MD -> reports.get(path, query, "text/markdown").stripTrailing() + "\n";
            case HTML -> reports.get(path, query, "text/html");
            case JSON -> TableWriter.json(reports.getJson(path, query));
        };
    }
}
