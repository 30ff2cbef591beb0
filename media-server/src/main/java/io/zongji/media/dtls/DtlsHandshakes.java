package io.zongji.media.dtls;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Our identity, and the few threads that handshakes run on. While all are busy a limited number waits; what is more finds
 * no thread and comes again with the browser's next try. Safe for any thread.
 */
public final class DtlsHandshakes implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int WAITING = 100;

    private final DtlsIdentity identity = DtlsIdentity.create();
    private final AtomicInteger lastThread = new AtomicInteger();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), this::thread);

    public DtlsHandshakes() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** What descriptions say of our certificate. */
    public Fingerprint fingerprint() {
        return identity.fingerprint();
    }

    /** The handshake with one browser, see {@link DtlsAssociation}. */
    public DtlsAssociation associate(
            String owner, Fingerprint expected, Consumer<byte[]> sender, Consumer<SrtpKeys> outcome) {
        return new DtlsAssociation(owner, identity, expected, threads, sender, outcome);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "media-dtls-" + lastThread.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
