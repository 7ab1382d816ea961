package io.flexledger.ingestor.adapter.db;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.InputStream;

/** Reads a file's rows one after the other, each in a query of its own, so that a slow reader holds no connection. */
final class ChunkInput extends InputStream {

    private static final String FIND = "select bytes from received_chunk where file_id = $1 and ordinal = $2";

    private final Pool pool;
    private final String file;
    private byte[] chunk = {};
    private int position;
    private int ordinal;

    ChunkInput(Pool pool, String file) {
        this.pool = pool;
        this.file = file;
    }

    @Override
    public int read() {
        return fill() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fill() {
        if (position == chunk.length) {
            var rows = pool.preparedQuery(FIND).executeAndAwait(Tuple.of(file, ordinal + 1));
            if (!rows.iterator().hasNext()) {
                return false;
            }
            chunk = rows.iterator().next().getBuffer("bytes").getBytes();
            position = 0;
            ordinal++;
        }
        return true;
    }
}
