package io.flexledger.ingestor.adapter.spool;

import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.artifact.Sha256;
import io.flexledger.ingestor.intake.Spool;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongFunction;

/** Holds bytes in files without a name: where the system allows it, nothing is left behind by a process that dies. */
@ApplicationScoped
class FileSpool implements Spool {

    private static final int BUFFER = 64 * 1024;

    private final IngestorConfig config;

    FileSpool(IngestorConfig config) {
        this.config = config;
    }

    @Override
    public Held fill(InputStream bytes, long limit, LongFunction<Refusal> tooLarge) throws IOException {
        var path = create();
        var channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            Files.deleteIfExists(path);
            var digest = Sha256.digest();
            long size = copy(bytes, channel, digest, limit, tooLarge);
            return new HeldFile(channel, HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static long copy(
            InputStream bytes, FileChannel channel, MessageDigest digest, long limit, LongFunction<Refusal> tooLarge)
            throws IOException {
        var buffer = new byte[BUFFER];
        long size = 0;
        for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
            size += count;
            if (size > limit) {
                throw new RefusedException(tooLarge.apply(limit));
            }
            digest.update(buffer, 0, count);
            var block = ByteBuffer.wrap(buffer, 0, count);
            while (block.hasRemaining()) {
                channel.write(block);
            }
        }
        return size;
    }

    private Path create() throws IOException {
        var directory = config.spoolDirectory();
        if (directory.isEmpty()) {
            return Files.createTempFile("flexledger-", ".part");
        }
        Files.createDirectories(directory.get());
        return Files.createTempFile(directory.get(), "flexledger-", ".part");
    }

    private record HeldFile(FileChannel channel, String sha256, long size) implements Held {

        @Override
        public InputStream open() {
            return new ChannelInput(channel);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
