package io.flexledger.ingestor;

import com.github.luben.zstd.ZstdIOException;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.ingestor.artifact.Sha256;
import io.flexledger.ingestor.intake.Archive;
import io.flexledger.ingestor.intake.Artifacts;
import io.flexledger.ingestor.intake.ChainLink;
import io.flexledger.ingestor.intake.ReceivedFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes every hash there is: of each file's bytes, of the chain over them, of each statement's bytes. Reads all
 * that was ever kept, one buffer at a time.
 */
@ApplicationScoped
public class ChainCheck {

    private static final int PAGE = 500;
    private static final int BUFFER = 64 * 1024;

    private final Archive archive;
    private final Artifacts artifacts;

    ChainCheck(Archive archive, Artifacts artifacts) {
        this.archive = archive;
        this.artifacts = artifacts;
    }

    /**
     * What was found.
     *
     * @param files     verified, up to the first that is altered
     * @param artifacts verified, up to the first that is altered
     * @param head      link of the last file verified; to be noted elsewhere, it also proves that none was removed at
     *                  the end
     * @param altered   the first place that does not fit; absent when all is as received
     */
    public record Verdict(
            long files,
            long artifacts,
            String head,
            @Nullable Altered altered) {}

    /**
     * A place that is not as it was received.
     *
     * @param position in the chain of files; absent for a statement
     * @param file     SHA-256 the file had when it was received
     * @param artifact SHA-256 the statement had when it was received
     * @param reason   what does not fit
     */
    public record Altered(
            @Nullable Long position,
            @Nullable String file,
            @Nullable ArtifactId artifact,
            String reason) {}

    public Verdict verify() throws IOException {
        ChainLink last = null;
        long files = 0;
        for (var page = archive.after(0, PAGE); !page.isEmpty(); page = archive.after(files, PAGE)) {
            for (var file : page) {
                var fault = fault(file, last);
                if (fault.isPresent()) {
                    var altered = new Altered(file.link().position(), file.sha256(), null, fault.get());
                    return new Verdict(files, 0, head(last), altered);
                }
                last = file.link();
                files++;
            }
        }
        return verifyArtifacts(files, head(last));
    }

    private Verdict verifyArtifacts(long files, String head) throws IOException {
        long count = 0;
        var id = "";
        for (var page = artifacts.after(id, PAGE); !page.isEmpty(); page = artifacts.after(id, PAGE)) {
            for (var artifact : page) {
                var bytes = artifacts.open(artifact);
                if (bytes.isPresent() && !hasHash(bytes.get(), artifact.sha256())) {
                    return new Verdict(
                            files, count, head, new Altered(null, null, artifact, "the bytes do not have this hash"));
                }
                id = artifact.sha256();
                count++;
            }
        }
        return new Verdict(files, count, head, null);
    }

    private Optional<String> fault(ReceivedFile file, @Nullable ChainLink last) throws IOException {
        var link = file.link();
        if (link.position() != (last == null ? 1 : last.position() + 1)) {
            return Optional.of("the file before it is missing");
        }
        if (!link.previous().equals(head(last))) {
            return Optional.of("it does not continue the link before it");
        }
        if (!link.isIntact()) {
            return Optional.of("its link is not what its hash and size make");
        }
        return hasHash(archive.open(file.sha256()), file.sha256())
                ? Optional.empty()
                : Optional.of("its bytes do not have its hash");
    }

    private static String head(@Nullable ChainLink last) {
        return last == null ? ChainLink.ORIGIN : last.link();
    }

    /** Bytes that cannot even be unpacked are altered, too. */
    private static boolean hasHash(InputStream bytes, String sha256) throws IOException {
        var digest = Sha256.digest();
        var buffer = new byte[BUFFER];
        try (bytes) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        } catch (ZstdIOException _) {
            return false;
        }
        return HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }
}
