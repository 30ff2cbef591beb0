package io.zongji.media.dtls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The handshake with one browser. It begins with the first datagram, works on a thread of the executor only while it has
 * something to do or to wait for, and is tried again a few times when it fails. {@link #received} is called by one
 * thread, never blocks, and should only be given what came over a path that ICE has validated.
 */
public final class DtlsAssociation {
    private static final Logger log = LoggerFactory.getLogger(DtlsAssociation.class);
    private static final int MAX_ATTEMPTS = 3;
    private static final int MAX_DATAGRAM = 2048;
    private static final int CLIENT_HANDSHAKE = 22;

    private final String owner;
    private final DtlsIdentity identity;
    private final Fingerprint expected;
    private final Executor threads;
    private final Consumer<SrtpKeys> outcome;
    private final DatagramQueue datagrams;
    private DTLSTransport established;
    private boolean working;
    private boolean closed;
    private int attempts;

    /**
     * @param owner    for logs
     * @param expected the certificate that the browser must prove to have
     * @param threads  may refuse: what came is then lost, and comes again
     * @param sender   takes what is to be sent to the browser, from any thread
     * @param outcome  takes the keys, on a thread of the executor
     */
    public DtlsAssociation(
            String owner,
            DtlsIdentity identity,
            Fingerprint expected,
            Executor threads,
            Consumer<byte[]> sender,
            Consumer<SrtpKeys> outcome) {
        this.owner = owner;
        this.identity = identity;
        this.expected = expected;
        this.threads = threads;
        this.outcome = outcome;
        this.datagrams = new DatagramQueue(sender);
    }

    /** Whether a datagram is of DTLS (RFC 7983). */
    public static boolean isDtls(ByteBuffer datagram, int length) {
        int first = length == 0 ? 0 : datagram.get(0) & 0xFF;
        return first >= 20 && first <= 63;
    }

    /** Takes a datagram of the browser. */
    public synchronized void received(ByteBuffer datagram, int length) {
        boolean begins = established == null && !working;
        if (closed || length > MAX_DATAGRAM || begins && !mayBegin(datagram)) {
            return;
        }
        byte[] copy = new byte[length];
        datagram.get(0, copy);
        datagrams.add(copy);
        work();
    }

    /** Nothing goes out or is reported any more. */
    public synchronized void close() {
        closed = true;
        datagrams.close();
    }

    private boolean mayBegin(ByteBuffer datagram) {
        return attempts < MAX_ATTEMPTS && datagram.get(0) == CLIENT_HANDSHAKE;
    }

    private void work() {
        if (!working) {
            try {
                working = true;
                threads.execute(established == null ? this::handshake : this::afterHandshake);
            } catch (RejectedExecutionException e) {
                working = false;
                log.debug("No thread is free for the handshake of {}", owner);
            }
        }
    }

    private void handshake() {
        attempt();
        try {
            SrtpKeyServer server = new SrtpKeyServer(identity, expected);
            DTLSTransport transport = new DTLSServerProtocol().accept(server, datagrams);
            if (!isClosed()) {
                outcome.accept(server.keys());
            }
            done(transport);
        } catch (IOException | RuntimeException e) {
            // Whatever the bytes of a stranger do to the parser ends here.
            log.info("The handshake of {} failed: {}", owner, e.toString());
            done(null);
        }
    }

    /** The browser repeats its last flight until it has ours, or says that it closes: both are handled by reading. */
    private void afterHandshake() {
        byte[] ignored = new byte[MAX_DATAGRAM];
        try {
            while (!datagrams.isEmpty()) {
                established.receive(ignored, 0, ignored.length, 1);
            }
        } catch (IOException | RuntimeException e) {
            log.debug("After the handshake of {}: {}", owner, e.toString());
        }
        done(established);
    }

    private synchronized void attempt() {
        attempts++;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void done(DTLSTransport transport) {
        established = transport;
        working = false;
        if (transport == null) {
            datagrams.clear();
        } else if (!closed && !datagrams.isEmpty()) {
            work();
        }
    }
}
