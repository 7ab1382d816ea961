package io.flexledger.ingestor.adapter.db;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.OutputStream;
import java.util.Arrays;

/** Writes bytes as rows of a megabyte each, so that a file of any size needs little memory. */
final class ChunkOutput extends OutputStream {

    private static final String INSERT = "insert into received_chunk (file_id, ordinal, bytes) values ($1, $2, $3)";
    private static final int CHUNK = 1 << 20;

    private final SqlConnection tx;
    private final String file;
    private final byte[] chunk = new byte[CHUNK];
    private int filled;
    private int ordinal;

    ChunkOutput(SqlConnection tx, String file) {
        this.tx = tx;
        this.file = file;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        int from = offset;
        while (from < offset + length) {
            int count = Math.min(CHUNK - filled, offset + length - from);
            System.arraycopy(source, from, chunk, filled, count);
            filled += count;
            from += count;
            if (filled == CHUNK) {
                insert();
            }
        }
    }

    @Override
    public void close() {
        if (filled > 0) {
            insert();
        }
    }

    private void insert() {
        ordinal++;
        tx.preparedQuery(INSERT).executeAndAwait(Tuple.of(file, ordinal, Buffer.buffer(Arrays.copyOf(chunk, filled))));
        filled = 0;
    }
}
