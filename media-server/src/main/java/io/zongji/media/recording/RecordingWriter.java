package io.zongji.media.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that writes all recordings, so that a slow disk slows no audio. Every recording's commands are carried out in
 * order; a recording whose disk fails, or lags by a minute, fails alone. Check sums are made by a second thread.
 */
public final class RecordingWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RecordingWriter.class);

    private final RecordingFolder folder;
    private final ExecutorService thread;
    private final ExecutorService summing;

    /** Hears of one recording's fate, on a thread of the writer. */
    public interface Listener {
        void started(String file);

        void finished(RecordingResult result);

        /** The disk is full or not writable; nothing follows. */
        void failed(String file, Duration written, long size, Exception cause);
    }

    public RecordingWriter(Path recordings) {
        folder = new RecordingFolder(recordings);
        thread = daemon("media-recorder");
        summing = daemon("media-checksum");
    }

    private static ExecutorService daemon(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Opens a recording; the outcome comes to the listener. */
    public Output open(String id, String file, int channels, Listener listener) {
        Output output = new Output(id, file, channels, listener);
        thread.execute(output::begin);
        return output;
    }

    /** Writes what was handed over, then stops. */
    @Override
    public void close() {
        try {
            thread.shutdown();
            boolean written = thread.awaitTermination(10, TimeUnit.SECONDS);
            summing.shutdown();
            if (!written || !summing.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("Recordings were not all finished in time; the next start repairs them");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One recording on its way to the disk. Methods return at once. */
    public final class Output {
        private static final int MAX_WAITING = 150;

        private final String id;
        private final String file;
        private final int channels;
        private final Listener listener;
        private final AtomicInteger waiting = new AtomicInteger();
        private RecordingFile target;
        private boolean failed;
        private boolean overrun;

        private Output(String id, String file, int channels, Listener listener) {
            this.id = id;
            this.file = file;
            this.channels = channels;
            this.listener = listener;
        }

        /** Appends interleaved little-endian samples; the buffer is the writer's from now on. */
        public void append(ByteBuffer samples) {
            if (overrun) {
                return;
            }
            if (waiting.incrementAndGet() > MAX_WAITING) {
                overrun = true;
                thread.execute(() -> fail(new IOException("The disk cannot keep up")));
                return;
            }
            thread.execute(() -> {
                waiting.decrementAndGet();
                attempt(() -> target.append(samples));
            });
        }

        public void mark(String label) {
            thread.execute(() -> attempt(() -> target.mark(label)));
        }

        /**
         * Closes the file and tells the listener. Nothing may follow.
         *
         * @param samples of each channel, as many as the recording was long by the clock
         */
        public void finish(long samples) {
            closeAnd(() -> {
                RecordingResult result = target.sumUp(samples);
                target.forgetMark();
                listener.finished(result);
            });
        }

        /** Closes the file when nobody is left to be told: the next start's {@link RecordingRepair} tells of it. */
        public void finishUntold(long samples) {
            closeAnd(() -> listener.finished(target.sumUp(samples)));
        }

        /** What follows is done apart from the writing, since reading a long recording takes a while. */
        private void closeAnd(Step last) {
            thread.execute(() -> attempt(() -> {
                target.close();
                summing.execute(() -> attempt(last));
            }));
        }

        private void begin() {
            try {
                target = new RecordingFile(folder, id, file, channels);
                listener.started(file);
            } catch (IOException | RuntimeException e) {
                fail(e);
            }
        }

        private void attempt(Step step) {
            if (failed) {
                return;
            }
            try {
                step.run();
            } catch (IOException | RuntimeException e) {
                fail(e);
            }
        }

        private void fail(Exception cause) {
            if (failed) {
                return;
            }
            failed = true;
            log.error("Recording {} to {} failed", id, file, cause);
            Duration written = target == null ? Duration.ZERO : target.duration();
            long size = target == null ? 0 : target.size();
            if (target != null) {
                target.abandon();
            }
            listener.failed(file, written, size, cause);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
