package io.zongji.ra.media.node;

import io.zongji.media.MediaServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A media server that controllers use over the network. Whoever knows the secret may have connections here; when a
 * controller goes or falls silent, all that it made is released. Safe for any thread.
 */
public final class MediaNode implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MediaNode.class);
    /** As long as a controller waits for a sign of a node before it takes its calls elsewhere. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * As long as a node waits for a sign of a controller before it ends its calls. Longer, since these go on well while
     * the controller pauses, and all nodes would lose it at once.
     */
    public static final Duration PATIENCE_WITH_CONTROLLERS = Duration.ofSeconds(10);

    private static final int MOST_UNPROVED = 16;

    private final MediaServer engine;
    private final int ports;
    private final ControlSecret secret;
    private final Duration patience;
    private final ServerSocket entrance;
    private final Set<NodeSession> sessions = ConcurrentHashMap.newKeySet();
    private final Deque<Socket> unproved = new ArrayDeque<>();
    private volatile boolean draining;

    private MediaNode(InetSocketAddress control, ControlSecret secret, Duration patience, MediaServer engine, int ports)
            throws IOException {
        this.engine = engine;
        this.ports = ports;
        this.secret = secret;
        this.patience = patience;
        this.entrance = new ServerSocket();
        entrance.setReuseAddress(true);
        entrance.bind(control);
        daemon("media-control-entrance", this::acceptAll);
    }

    /**
     * Starts to take controllers.
     *
     * @param control where to listen; port 0 for any
     * @param patience as long a controller may say nothing
     * @param engine  closed with this node
     * @param ports   how many connections the engine can have
     */
    public static MediaNode start(
            InetSocketAddress control, ControlSecret secret, Duration patience, MediaServer engine, int ports)
            throws IOException {
        return new MediaNode(control, secret, patience, engine, ports);
    }

    /** Where controllers connect to. */
    public InetSocketAddress address() {
        return (InetSocketAddress) entrance.getLocalSocketAddress();
    }

    /** Asks all controllers to bring no new calls. */
    public void drain() {
        draining = true;
    }

    /** How many connections there are, of all controllers. */
    public int connections() {
        return engine.statistics().connections();
    }

    /** Finishes recordings, tells their ends, and leaves the controllers, who move the connections that are left. */
    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            log.debug("The entrance cannot be closed", e);
        }
        sessions.forEach(NodeSession::leaving);
        engine.close();
        sessions.forEach(NodeSession::finish);
    }

    MediaServer engine() {
        return engine;
    }

    Report.Load load() {
        return new Report.Load(
                engine.statistics(), Math.max(0, ports - engine.statistics().portsInUse()), draining, null);
    }

    private void acceptAll() {
        while (!entrance.isClosed()) {
            try {
                Socket socket = entrance.accept();
                makeRoom(socket);
                daemon("media-control-" + socket.getRemoteSocketAddress(), () -> serve(socket));
            } catch (IOException e) {
                if (!entrance.isClosed()) {
                    log.warn("A controller cannot be taken: {}", e.toString());
                }
            }
        }
    }

    /** So that strangers who never prove themselves do not keep the others out: the oldest of too many has to go. */
    private void makeRoom(Socket newest) throws IOException {
        Socket oldest = null;
        synchronized (unproved) {
            unproved.add(newest);
            if (unproved.size() > MOST_UNPROVED) {
                oldest = unproved.poll();
            }
        }
        if (oldest != null) {
            oldest.close();
        }
    }

    private void serve(Socket socket) {
        NodeSession session = null;
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) patience.toMillis());
            var tls = SecretTls.server(socket, secret);
            proved(socket);
            session = new NodeSession(this, socket, tls, patience);
            sessions.add(session);
            log.info("Controlled by {}", socket.getRemoteSocketAddress());
            session.run();
        } catch (IOException | RuntimeException e) {
            if (session == null) {
                log.debug("{} does not know the secret: {}", socket.getRemoteSocketAddress(), e.toString());
            } else {
                log.info("{} controls no more: {}", socket.getRemoteSocketAddress(), e.toString());
            }
        } finally {
            proved(socket);
            if (session != null) {
                sessions.remove(session);
                session.end();
            }
        }
    }

    private void proved(Socket socket) {
        synchronized (unproved) {
            unproved.remove(socket);
        }
    }

    static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
