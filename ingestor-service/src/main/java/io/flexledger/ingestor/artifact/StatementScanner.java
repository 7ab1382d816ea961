package io.flexledger.ingestor.artifact;

import io.flexledger.ingestor.flex.DateEvidence;
import io.flexledger.ingestor.flex.FlexAnswer;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.refusal.RefusedException;
import io.flexledger.ingestor.xml.Foreign;
import io.flexledger.ingestor.xml.Limit;
import io.flexledger.ingestor.xml.ScanLimits;
import io.flexledger.ingestor.xml.XmlCursor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the statements of one document in one pass, holding no row of it. Rows are looked at only where the envelope
 * leaves something open: the account, or the order of day and month.
 */
public final class StatementScanner {

    private static final String STATEMENT = "FlexStatement";
    private static final int ENVELOPE_TEXT = 500;
    private static final int ANSWER_BYTES = 64 * 1024;
    private static final int REMARKS = 50;

    private final byte[] head;
    private final XmlCursor cursor;
    private final ScanLimits limits;
    private final List<Slice> slices = new ArrayList<>();
    private final List<StatementTag> tags = new ArrayList<>();
    private final Set<String> sections = new LinkedHashSet<>();
    private final DateEvidence dates = new DateEvidence();
    private String announced = "";

    private StatementScanner(byte[] head, XmlCursor cursor, ScanLimits limits) {
        this.head = head;
        this.cursor = cursor;
        this.limits = limits;
    }

    /**
     * Reads the document to its end.
     *
     * @param receivedAt stands for the time of generation where a statement has none
     * @throws IOException when the bytes cannot be read; what they say never throws
     */
    public static Scan scan(InputStream document, Instant receivedAt, ScanLimits limits) throws IOException {
        var slices = List.<Slice>of();
        try {
            var head = document.readNBytes(ANSWER_BYTES);
            var whole = new SequenceInputStream(new ByteArrayInputStream(head), document);
            var scanner = new StatementScanner(head, new XmlCursor(whole, limits), limits);
            slices = scanner.slices;
            return scanner.document(receivedAt);
        } catch (RefusedException e) {
            return new Scan.Refused(withLastStatement(e.refusal(), slices));
        }
    }

    private Scan document(Instant receivedAt) throws IOException {
        while (!cursor.atStart()) {
            cursor.advance();
        }
        var root = cursor.name();
        return switch (root) {
            case "FlexQueryResponse" -> report(receivedAt);
            case "FlexStatementResponse" -> answer();
            default ->
                new Scan.Refused(
                        root.toLowerCase(Locale.ROOT).equals("html") ? Foreign.htmlPage() : notAStatement(root));
        };
    }

    private Scan report(Instant receivedAt) throws IOException {
        var kind = envelope("type");
        var envelope = new Envelope(
                envelope("queryName"),
                kind.isEmpty() ? "AF" : kind,
                cursor.charset().name());
        while (cursor.advance()) {
            if (cursor.atStart() && cursor.name().equals("FlexStatements")) {
                announced = envelope("count");
            } else if (cursor.atStart() && cursor.name().equals(STATEMENT)) {
                statement();
            }
        }
        if (slices.isEmpty()) {
            return new Scan.Refused(Refusal.of(
                    RefusalCode.NO_STATEMENTS,
                    "The report is complete but holds no FlexStatement.",
                    "Check that the query selects at least one account and section, and run it again."));
        }
        return identified(envelope, receivedAt);
    }

    /** From its start tag to its end tag. */
    private void statement() throws IOException {
        if (slices.size() == limits.statements()) {
            throw new RefusedException(
                    Limit.STATEMENTS.exceeded(limits.statements()).at(cursor.start()));
        }
        long offset = cursor.start();
        int tagLength = Math.toIntExact(cursor.end() - offset);
        int depth = cursor.depth();
        var account = envelope("accountId");
        var from = envelope("fromDate");
        var to = envelope("toDate");
        var period = envelope("period");
        var generated = envelope("whenGenerated");
        List.of(from, to, generated).forEach(dates::see);
        boolean findAccount = !StatementTag.isAccount(account);
        boolean findDates = DateEvidence.looksOrdered(from) || DateEvidence.looksOrdered(to);
        var rowAccounts = new RowAccounts();
        var present = new LinkedHashSet<String>();
        while (!(cursor.atEnd() && cursor.depth() == depth)) {
            if (!cursor.advance()) {
                throw new IllegalStateException("an element that began has an end");
            }
            if (cursor.atStart() && cursor.depth() == depth + 1) {
                present.add(cursor.name());
            }
            if (cursor.atStart() && findAccount) {
                rowAccounts.see(cursor.name(), cursor.attribute("accountId"));
            }
            if (cursor.atStart() && findDates) {
                seeDates();
            }
        }
        if (slices.isEmpty()) {
            sections.addAll(present);
        } else {
            sections.retainAll(present);
        }
        slices.add(new Slice(slices.size() + 1, offset, cursor.end() - offset, tagLength));
        tags.add(new StatementTag(account, rowAccounts.inOrder(), from, to, period, generated));
    }

    private void seeDates() {
        for (int i = 0; i < cursor.attributes(); i++) {
            dates.see(cursor.attribute(i));
        }
    }

    private Scan identified(Envelope envelope, Instant receivedAt) {
        var remarks = new ArrayList<String>();
        if (!announced.isEmpty() && !announced.equals(Integer.toString(slices.size()))) {
            remarks.add("the file announces %s statements and holds %d; the count is not used"
                    .formatted(announced, slices.size()));
        }
        var found = new ArrayList<FoundStatement>();
        for (int i = 0; i < slices.size(); i++) {
            found.add(tags.get(i).identify(slices.get(i), dates.possible(), receivedAt, remarks));
        }
        return new Scan.Report(envelope, found, sections, shortened(remarks));
    }

    private static List<String> shortened(List<String> remarks) {
        if (remarks.size() <= REMARKS) {
            return remarks;
        }
        var some = new ArrayList<>(remarks.subList(0, REMARKS));
        some.add("and %d more remarks of these kinds".formatted(remarks.size() - REMARKS));
        return some;
    }

    /** Checked to its end like a report, and only then read as a whole. */
    private Scan answer() throws IOException {
        while (cursor.advance()) {
            if (cursor.atText()) {
                cursor.text(); // the parser checks text only when it is asked for
            }
        }
        if (cursor.size() > ANSWER_BYTES) {
            throw new RefusedException(Limit.ANSWER.exceeded(ANSWER_BYTES).at(ANSWER_BYTES));
        }
        return new Scan.Answer(FlexAnswer.read(head, cursor.charset()));
    }

    private static Refusal notAStatement(String root) {
        return Refusal.of(
                        RefusalCode.NOT_A_STATEMENT,
                        "The root element is <%s>; a report's is <FlexQueryResponse>.".formatted(root),
                        "Run a Flex query in Client Portal, and upload the XML file it offers.")
                .at(0);
    }

    private static Refusal withLastStatement(Refusal refusal, List<Slice> slices) {
        if (refusal.code() != RefusalCode.TRUNCATED_XML) {
            return refusal;
        }
        var last = slices.isEmpty()
                ? "No statement is complete."
                : "The last complete statement is number %d, ending at byte %d."
                        .formatted(slices.getLast().ordinal(), slices.getLast().end());
        return new Refusal(refusal.code(), refusal.detail() + " " + last, refusal.nextStep(), refusal.offset());
    }

    /** An attribute of the current tag that travels on, so it must not be long. */
    private String envelope(String attribute) throws RefusedException {
        var text = cursor.attribute(attribute);
        if (text == null) {
            return "";
        }
        if (text.length() > ENVELOPE_TEXT) {
            throw new RefusedException(Limit.ENVELOPE.exceeded(ENVELOPE_TEXT).at(cursor.start()));
        }
        return text.strip();
    }

    /** Accounts that the rows of a statement name; the account's own section speaks first. */
    private static final class RowAccounts {

        private static final int LIMIT = 10;

        private final Set<String> fromRows = new LinkedHashSet<>();
        private @Nullable String fromAccountInformation;

        void see(String element, @Nullable String account) {
            if (account == null || !StatementTag.isAccount(account)) {
                return;
            }
            if (element.equals("AccountInformation") && fromAccountInformation == null) {
                fromAccountInformation = account.strip();
            }
            if (fromRows.size() < LIMIT) {
                fromRows.add(account.strip());
            }
        }

        Set<String> inOrder() {
            var all = new LinkedHashSet<String>();
            if (fromAccountInformation != null) {
                all.add(fromAccountInformation);
            }
            all.addAll(fromRows);
            return all;
        }
    }
}
