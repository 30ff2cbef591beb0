package io.zongji.ra.media.node;

import io.zongji.media.MediaStatistics;
import io.zongji.ra.media.ConnectionEvent;
import io.zongji.ra.media.ConnectionQuality;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.SdpPortManagerEvent;
import io.zongji.ra.media.adaptor.MediaDriver;
import io.zongji.ra.media.adaptor.MediaNodeStatus;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.TlsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection to one media node, kept up by a thread of its own, and what is known to be there. */
final class NodeWatch implements Report.Reader {
    private static final Logger log = LoggerFactory.getLogger(NodeWatch.class);
    private static final long RETRY_MILLIS = 500;

    private final NodeAddress address;
    private final ControlSecret secret;
    private final Duration patience;
    private final Path recordings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<String, ConnectionQuality> connections = new ConcurrentHashMap<>();
    private final Map<String, RecorderSettings> recorders = new ConcurrentHashMap<>();
    /** As last known of connections that were lost; until the node is there again. */
    private volatile Map<String, ConnectionQuality> lastKnown = Map.of();

    private MediaDriver.Events events;
    private volatile Socket socket;
    private volatile ControlLink link;
    private volatile Report.Load load;
    private boolean toldOfTrouble;

    private static final ConnectionQuality NOTHING_YET = new ConnectionQuality(0, 0, 0, null, 0, null, null);

    NodeWatch(NodeAddress address, ControlSecret secret, Duration patience, Path recordings) {
        this.address = address;
        this.secret = secret;
        this.patience = patience;
        this.recordings = recordings;
    }

    String name() {
        return address.toString();
    }

    void start(MediaDriver.Events target) {
        events = target;
        MediaNode.daemon("media-node-" + name(), this::keepUp);
    }

    void stop() {
        stopped.countDown();
        ControlLink open = link;
        if (open != null) {
            open.finish();
        } else {
            closeSocket();
        }
    }

    MediaNodeStatus status() {
        Report.Load last = load;
        if (last == null || link == null) {
            return new MediaNodeStatus(name(), false, false, 0, 0);
        }
        // What was made a moment ago is not in the node's report yet.
        int more = Math.max(0, connections.size() - last.statistics().connections());
        return new MediaNodeStatus(
                name(),
                true,
                last.draining(),
                last.statistics().connections() + more,
                Math.max(0, last.freePorts() - more));
    }

    MediaStatistics statistics() {
        Report.Load last = load;
        return last == null ? null : last.statistics();
    }

    ConnectionQuality quality(String connection) {
        return connections.get(connection);
    }

    /** Also of a connection that has just been lost. */
    ConnectionQuality lastQuality(String connection) {
        ConnectionQuality now = connections.get(connection);
        return now != null ? now : lastKnown.get(connection);
    }

    boolean exists(String id) {
        return connections.containsKey(id) || recorders.containsKey(id);
    }

    // What is asked of the node

    synchronized void made(String connection, Request.Create request) throws MediaException {
        requireNode();
        connections.put(connection, NOTHING_YET);
        ask(request);
    }

    synchronized void made(String recorder, RecorderSettings settings, Request.CreateRecorder request)
            throws MediaException {
        requireNode();
        recorders.put(recorder, settings);
        ask(request);
    }

    void ask(Request request) {
        ControlLink open = link;
        if (open != null) {
            open.send(request);
        }
    }

    private void requireNode() throws MediaException {
        if (link == null) {
            throw new MediaException(MediaError.NODE_LOST, "Media node " + name() + " is not there");
        }
    }

    // The connection

    private void keepUp() {
        while (stopped.getCount() > 0) {
            try {
                talk();
            } catch (SocketTimeoutException e) {
                trouble("says nothing any more");
            } catch (EOFException e) {
                trouble("it has left");
            } catch (TlsException e) {
                trouble("it is none, or has another secret: " + e.getMessage());
            } catch (IOException | RuntimeException e) {
                trouble(e.toString());
            }
            lost();
            try {
                stopped.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void talk() throws IOException {
        try (Socket opening = new Socket()) {
            socket = opening;
            opening.setTcpNoDelay(true);
            opening.setSoTimeout((int) patience.toMillis());
            opening.connect(new InetSocketAddress(address.host(), address.port()), (int) patience.toMillis());
            try (ControlLink opened =
                    new ControlLink(opening, SecretTls.client(opening, secret), patience, Request.Alive::new)) {
                opened.read(Report.class).tell(this);
                lastKnown = Map.of();
                link = opened;
                toldOfTrouble = false;
                log.info("Media node {} is there", name());
                while (true) {
                    opened.read(Report.class).tell(this);
                }
            }
        }
    }

    private void trouble(String text) {
        if (stopped.getCount() > 0 && !toldOfTrouble) {
            toldOfTrouble = true;
            log.warn("Media node {} is not there: {}", name(), text);
        }
    }

    private void lost() {
        Set<String> failed;
        Map<String, RecorderSettings> cutOff;
        synchronized (this) {
            link = null;
            load = null;
            lastKnown = Map.copyOf(connections);
            failed = lastKnown.keySet();
            cutOff = new HashMap<>(recorders);
            connections.clear();
            recorders.clear();
        }
        if (stopped.getCount() == 0) {
            return;
        }
        for (String connection : failed) {
            events.connectionEvent(
                    connection, new ConnectionEvent(ConnectionEvent.Type.FAILED, "media node " + name() + " is lost"));
            events.connectionGone(connection);
        }
        if (!cutOff.isEmpty()) {
            MediaNode.daemon("media-rescue", () -> new RecordingRescue(recordings, events).rescue(cutOff));
        }
    }

    private void closeSocket() {
        Socket open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                log.debug("Closing the connection to {} failed", name(), e);
            }
        }
    }

    // What the node reports

    @Override
    public void load(Report.Load report) {
        load = report;
        if (report.qualities() != null) {
            report.qualities().forEach((id, quality) -> connections.replace(id, quality));
        }
    }

    @Override
    public void event(String connection, Object event) {
        events.connectionEvent(connection, event);
    }

    @Override
    public void gone(String connection) {
        if (connections.remove(connection) != null) {
            events.connectionGone(connection);
        }
    }

    @Override
    public void recorded(String recorder, RecorderEvent event) {
        events.recorderEvent(recorder, event);
    }

    @Override
    public void recorderGone(String recorder) {
        if (recorders.remove(recorder) != null) {
            events.recorderGone(recorder);
        }
    }

    @Override
    public void refused(String id, MediaError error, String text) {
        RecorderSettings recorder = recorders.get(id);
        if (recorder != null) {
            events.recorderEvent(id, RecordingRescue.failed(recorder, error));
            recorderGone(id);
        } else {
            events.connectionEvent(id, new SdpPortManagerEvent(SdpPortManagerEvent.Type.FAILED, null, error, text));
            gone(id);
        }
    }
}
