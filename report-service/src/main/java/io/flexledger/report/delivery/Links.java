package io.flexledger.report.delivery;

/** Where the pages are that a message leads to. */
final class Links {

    private Links() {}

    /** @param path of a page with its query, from the slash on */
    static String to(String pageUrl, String path) {
        return (pageUrl.endsWith("/") ? pageUrl.substring(0, pageUrl.length() - 1) : pageUrl) + path;
    }
}
