package io.flexledger.ingestor.refusal;

import java.util.Locale;

/** Why bytes were not taken. The names are stable: clients and runbooks rely on them. */
public enum RefusalCode {
    EMPTY_FILE("The file is empty"),
    FILE_TOO_LARGE("The file is too large"),
    UPLOAD_INTERRUPTED("The upload broke off"),
    INVALID_MULTIPART("Unreadable form"),
    NOT_XML("The file is not XML"),
    HTML_PAGE("The file is a web page"),
    CSV_NOT_SUPPORTED("The file is a CSV export"),
    UNSUPPORTED_ENCODING("The encoding is not supported"),
    WRONG_ENCODING("The bytes do not match the encoding"),
    TRUNCATED_XML("The file ends too early"),
    MALFORMED_XML("The XML is not well-formed"),
    DTD_REFUSED("A document type declaration is refused"),
    XML_LIMIT_EXCEEDED("The XML exceeds a limit"),
    FLEX_ERROR_ANSWER("The file is an error answer of the broker"),
    NOT_A_STATEMENT("The file is not a Flex report"),
    NO_STATEMENTS("The report holds no statement"),
    MISSING_REQUIRED_SECTION("The report lacks a section"),
    MISSING_ACCOUNT("The statement names no account"),
    MISSING_PERIOD("The statement names no period"),
    AMBIGUOUS_DATE("The dates can be read in two ways"),
    STATEMENT_TOO_LARGE("The statement is too large"),
    GZIP_DAMAGED("The gzip file is damaged"),
    ZIP_DAMAGED("The ZIP archive is damaged"),
    ZIP_ENCRYPTED("The ZIP archive is encrypted"),
    ZIP_EMPTY("The ZIP archive holds no file"),
    ZIP_NESTED("The ZIP archive holds another archive"),
    ZIP_TOO_MANY_ENTRIES("The ZIP archive holds too many files"),
    EXPANDED_TOO_LARGE("The unpacked content is too large");

    private final String title;

    RefusalCode(String title) {
        this.title = title;
    }

    /** One line, the same for every refusal of this code. */
    public String title() {
        return title;
    }

    /** As a problem names it: {@code urn:flexledger:problem:truncated-xml}, explained on the page of that name. */
    public String type() {
        return "urn:flexledger:problem:" + slug();
    }

    /** Name of the page that explains it, as in {@code truncated-xml}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
