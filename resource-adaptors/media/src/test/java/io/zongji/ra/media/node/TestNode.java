package io.zongji.ra.media.node;

import io.zongji.media.MediaServer;
import io.zongji.media.MediaSettings;
import io.zongji.media.prompt.PromptLibrary;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A media node in this JVM, at any port, which can be cut off as if it had died. */
public final class TestNode implements AutoCloseable {
    public static final ControlSecret SECRET = ControlSecret.of("known to the tests only");
    /** So long that no pause of a busy machine looks like an end. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MediaServer engine;
    private final MediaNode node;

    public TestNode(MediaSettings settings) throws IOException {
        this(settings, 0);
    }

    public TestNode(MediaSettings settings, int port) throws IOException {
        engine = MediaServer.start(settings, new PromptLibrary(null));
        int ports = (settings.lastPort() - settings.firstPort() + 1) / 2;
        node = MediaNode.start(new InetSocketAddress("127.0.0.1", port), SECRET, PATIENCE, engine, ports);
    }

    public NodeAddress address() {
        return new NodeAddress("127.0.0.1", node.address().getPort());
    }

    public MediaNode node() {
        return node;
    }

    public MediaServer engine() {
        return engine;
    }

    @Override
    public void close() {
        node.close();
    }
}
