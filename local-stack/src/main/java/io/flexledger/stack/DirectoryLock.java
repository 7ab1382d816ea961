package io.flexledger.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** One start or stop at a time in a directory, across processes; a dead process holds nothing. */
final class DirectoryLock implements AutoCloseable {

    // A file lock belongs to the JVM, so the threads of one JVM need a lock of their own.
    private static final ReentrantLock THIS_JVM = new ReentrantLock();

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock take(Path directory) throws IOException {
        FileTree.createDirectories(directory);
        Path file = directory.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        THIS_JVM.lock();
        DirectoryLock lock = new DirectoryLock(channel);
        try {
            FileTree.ownLikeParent(file);
            channel.lock();
            return lock;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THIS_JVM.unlock();
        }
    }
}
