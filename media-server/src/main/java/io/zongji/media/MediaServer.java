package io.zongji.media;

import io.zongji.media.dtls.DtlsHandshakes;
import io.zongji.media.prompt.PromptCache;
import io.zongji.media.prompt.PromptSource;
import io.zongji.media.prompt.TonePrompts;
import io.zongji.media.recording.RecordingWriter;
import io.zongji.media.rtp.PortPair;
import io.zongji.media.rtp.PortRange;
import io.zongji.media.rtp.RtpLoop;
import io.zongji.media.sdp.AudioNegotiation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running media server. Safe for any thread; nothing blocks but {@link #close()}. Its threads: one loop for RTP and the
 * clock, one for events to listeners, one that loads prompts, one that writes recordings, and a few for texts to be spoken and
 * for handshakes with browsers while there are any.
 */
public final class MediaServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MediaServer.class);
    private static final int FRAMES_A_CHECK = 5;
    private static final int SPEAKERS = 4;

    private final MediaSettings settings;
    private final RtpLoop loop;
    private final PortRange ports;
    private final PromptCache prompts;
    private final RecordingWriter writer;
    private final ExecutorService events = threads("media-events", 1);
    private final ExecutorService io = threads("media-prompts", 1);
    private final ExecutorService slowIo = threads("media-speech", SPEAKERS);
    private final DtlsHandshakes handshakes = new DtlsHandshakes();
    private final Counters counters = new Counters();
    private final AtomicLong lastId = new AtomicLong();
    private final Map<String, MediaConnection> connections = new ConcurrentHashMap<>();
    private final Set<Recording> recordings = ConcurrentHashMap.newKeySet();
    private final Set<Party> checked = new LinkedHashSet<>();
    private int framesToCheck = FRAMES_A_CHECK;
    private volatile boolean closed;

    private MediaServer(MediaSettings settings, PromptSource source) {
        this.settings = settings;
        this.loop = RtpLoop.start("media-loop");
        this.ports = new PortRange(
                settings.bindAddress(),
                settings.firstPort(),
                settings.lastPort(),
                settings.portRest(),
                System::nanoTime);
        this.prompts = new PromptCache(new TonePrompts(source), settings.home(), io, slowIo, System::nanoTime);
        this.writer = new RecordingWriter(settings.recordings());
        loop.execute(() -> loop.addTicker(this::tick));
    }

    /** Starts a media server. Left-over recordings should have been repaired before. */
    public static MediaServer start(MediaSettings settings, PromptSource prompts) {
        return new MediaServer(settings, prompts);
    }

    /**
     * Opens a connection on a free port.
     *
     * @param owner for logs
     */
    public synchronized MediaConnection createConnection(String owner, ConnectionListener listener)
            throws PortsExhaustedException {
        PortPair pair = closed ? null : ports.open().orElse(null);
        if (pair == null) {
            throw new PortsExhaustedException(
                    closed ? "The media server is closed" : "No RTP port is left for " + owner);
        }
        String id = "c" + lastId.incrementAndGet();
        Consumer<Consumer<ConnectionListener>> teller = event -> tell(listener, event);
        Party party = new Party(id, loop, pair, counters, settings.rtpTimeout().toNanos(), teller);
        int port = pair.port();
        AudioNegotiation negotiation = new AudioNegotiation(
                settings.advertisedHost(),
                settings.publicHost(),
                port,
                ThreadLocalRandom.current().nextLong(1L << 52),
                settings.srtp(),
                handshakes.fingerprint());
        MediaConnection connection = new MediaConnection(this, party, negotiation, teller);
        connections.put(id, connection);
        log.debug("Connection {} of {} on port {}", id, owner, port);
        loop.execute(() -> {
            party.link().wire().open(handshakes);
            checked.add(party);
        });
        return connection;
    }

    /** Makes a recorder with one channel for each connection, in this order; it writes once started. */
    public MediaRecorder createRecorder(
            RecordingOrder order, List<MediaConnection> channels, RecordingListener listener) {
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("channels: at least one is needed");
        }
        List<Party> parties = channels.stream().map(MediaConnection::party).toList();
        Recording recording = new Recording(order, parties, surroundings(listener));
        recordings.add(recording);
        run(now -> {
            recording.attach(now);
            loop.addTicker(recording::tick);
        });
        return new MediaRecorder(this, recording, order.id());
    }

    public MediaStatistics statistics() {
        return new MediaStatistics(
                connections.size(),
                ports.inUse(),
                recordings.size(),
                counters.packetsIn(),
                counters.packetsOut(),
                counters.packetsDropped(),
                loop.lateTicks());
    }

    /** Finishes all recordings, frees all ports and stops all threads. */
    @Override
    public void close() {
        // Not while a connection is being made, which would keep its port.
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        run(now -> {
            for (Recording recording : List.copyOf(recordings)) {
                recording.stop(RecordingOrder.End.STOPPED, now);
            }
        });
        for (MediaConnection connection : List.copyOf(connections.values())) {
            release(connection);
        }
        awaitLoop();
        loop.close();
        handshakes.close();
        writer.close();
        stop(io);
        slowIo.shutdownNow();
        stop(events);
    }

    PromptCache prompts() {
        return prompts;
    }

    /** Runs a request on the loop's thread; it is given the time in nanoseconds. */
    void run(LongConsumer request) {
        loop.execute(() -> request.accept(System.nanoTime()));
    }

    void release(MediaConnection connection) {
        run(now -> {
            Party party = connection.party();
            if (!party.released()) {
                party.release(now);
                checked.remove(party);
                connections.remove(party.id());
                ports.close(party.link().wire().ports());
                connection.tell(ConnectionListener::released);
            }
        });
    }

    void startRecording(Recording recording) {
        run(now -> recording.start(writer, now));
    }

    private Recording.Surroundings surroundings(RecordingListener listener) {
        return new Recording.Surroundings() {
            @Override
            public void run(LongConsumer request) {
                MediaServer.this.run(request);
            }

            @Override
            public void tell(Consumer<RecordingListener> event) {
                MediaServer.this.tell(listener, event);
            }

            @Override
            public void ended(Recording recording) {
                recordings.remove(recording);
            }
        };
    }

    private boolean tick(long now) {
        if (--framesToCheck == 0) {
            framesToCheck = FRAMES_A_CHECK;
            checked.forEach(party -> party.check(now));
        }
        return true;
    }

    private <L> void tell(L listener, Consumer<L> event) {
        try {
            events.execute(() -> {
                try {
                    event.accept(listener);
                } catch (RuntimeException e) {
                    log.error("A media listener failed", e);
                }
            });
        } catch (RejectedExecutionException e) {
            log.debug("An event after the end is dropped");
        }
    }

    private void awaitLoop() {
        CountDownLatch done = new CountDownLatch(1);
        loop.execute(done::countDown);
        try {
            if (!done.await(5, TimeUnit.SECONDS)) {
                log.warn("The media loop did not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExecutorService threads(String name, int count) {
        return Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    private static void stop(ExecutorService executor) {
        executor.shutdown();
        try {
            executor.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
