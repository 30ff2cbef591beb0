package io.zongji.store.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file's plain bytes, however it is kept, readable from any place. For one thread. */
public interface AudioFile extends Closeable {

    /** Plain bytes. */
    long size();

    /**
     * Reads into the buffer what it has room for, less only at the end of the file.
     *
     * @throws IOException also when what is kept was altered
     */
    void read(ByteBuffer target, long position) throws IOException;

    /** A file that is kept as it was written. */
    static AudioFile plain(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        long size = channel.size();
        return new AudioFile() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public void read(ByteBuffer target, long position) throws IOException {
                long at = position;
                while (target.hasRemaining()) {
                    int count = channel.read(target, at);
                    if (count < 0) {
                        return;
                    }
                    at += count;
                }
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
