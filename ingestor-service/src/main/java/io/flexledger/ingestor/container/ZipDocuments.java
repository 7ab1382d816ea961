package io.flexledger.ingestor.container;

import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.refusal.RefusedException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a ZIP archive, one after the other. An entry's name is a label and never a path; directories and
 * what file managers add beside the files are passed over.
 */
public final class ZipDocuments {

    private static final int ENTRIES = 1_000;
    private static final int NAME = 300;

    private ZipDocuments() {}

    /** Receives one document; need not read it to its end. */
    public interface Visitor {
        void document(String entry, InputStream content) throws IOException;
    }

    /**
     * Documents before a damaged place are visited.
     *
     * @throws RefusedException when the archive is damaged, encrypted, empty or has too many entries
     */
    public static void visit(InputStream archive, Visitor visitor) throws IOException {
        int seen = 0;
        int visited = 0;
        try (var zip = new ZipInputStream(archive)) {
            for (var entry = next(zip); entry != null; entry = next(zip)) {
                if (++seen > ENTRIES) {
                    throw tooMany();
                }
                if (isDocument(entry.getName())) {
                    visitor.document(shortened(entry.getName()), new EntryContent(zip));
                    visited++;
                }
            }
        }
        if (visited == 0) {
            throw new RefusedException(Refusal.of(
                    RefusalCode.ZIP_EMPTY,
                    "The archive holds no file.",
                    "Put the XML reports into the archive, or upload them one by one."));
        }
    }

    private static boolean isDocument(String name) {
        var file = name.substring(name.lastIndexOf('/') + 1);
        return !file.isEmpty() && !file.startsWith(".") && !name.startsWith("__MACOSX/");
    }

    private static String shortened(String name) {
        return name.length() <= NAME ? name : name.substring(0, NAME);
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (EOFException | ZipException | IllegalArgumentException e) { // the last one for a name not in UTF-8
            throw damaged(e);
        }
    }

    private static RefusedException damaged(Exception fault) {
        var said = String.valueOf(fault.getMessage());
        return new RefusedException(
                said.contains("encrypted")
                        ? Refusal.of(
                                RefusalCode.ZIP_ENCRYPTED,
                                "The archive is encrypted.",
                                "Unpack it, and upload the XML reports in it.")
                        : Refusal.of(
                                RefusalCode.ZIP_DAMAGED,
                                "The archive cannot be unpacked: " + said + ".",
                                "Copy or pack it again; unzip -t tells whether it is whole."));
    }

    private static RefusedException tooMany() {
        return new RefusedException(Refusal.of(
                RefusalCode.ZIP_TOO_MANY_ENTRIES,
                "The archive holds more than %d entries; those before are taken.".formatted(ENTRIES),
                "Split it into archives of at most %d files.".formatted(ENTRIES)));
    }

    /** Cannot be closed by the one who reads it; the archive goes on behind it. */
    private static final class EntryContent extends FilterInputStream {

        EntryContent(ZipInputStream zip) {
            super(zip);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (EOFException | ZipException e) {
                throw damaged(e);
            }
        }

        @Override
        public void close() {}
    }
}
