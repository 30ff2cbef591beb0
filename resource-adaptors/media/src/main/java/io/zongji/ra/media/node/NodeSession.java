package io.zongji.ra.media.node;

import io.zongji.ra.media.ConnectionQuality;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.adaptor.InProcessMediaDriver;
import io.zongji.ra.media.adaptor.MediaDriver;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.tls.TlsProtocol;

/** One controller at a media node: carries out its requests, in order, and reports what becomes of them. */
final class NodeSession implements MediaDriver.Events {
    private static final int BEATS_A_QUALITY = 2;

    private final MediaNode node;
    private final InProcessMediaDriver driver;
    private final ControlLink link;
    private final Set<String> connections = ConcurrentHashMap.newKeySet();
    private int beats;
    private volatile boolean leaving;

    NodeSession(MediaNode node, Socket socket, TlsProtocol tls, Duration patience) throws IOException {
        this.node = node;
        this.driver = new InProcessMediaDriver(node.engine());
        driver.start(this);
        link = new ControlLink(socket, tls, patience, this::load);
        link.send(node.load());
    }

    /** Returns only by an exception. */
    void run() throws IOException {
        while (true) {
            Request request = link.read(Request.class);
            if (request instanceof Request.Create create) {
                connections.add(create.connection());
            }
            try {
                request.carryOut(driver);
            } catch (MediaException e) {
                connections.remove(request.made());
                link.send(new Report.Refused(request.made(), e.error(), e.getMessage()));
            }
        }
    }

    /** The controller is gone, and all that it made goes too. */
    void end() {
        driver.stop();
        link.close();
    }

    /** The node is about to stop: connections that end now are lost to the controller, as it would not want them to. */
    void leaving() {
        leaving = true;
    }

    /** Says what there is to say, and goes. */
    void finish() {
        link.finish();
    }

    /** Called on the link's writing thread. */
    private Report.Load load() {
        Report.Load load = node.load();
        if (++beats % BEATS_A_QUALITY != 0) {
            return load;
        }
        Map<String, ConnectionQuality> qualities = new HashMap<>();
        for (String connection : connections) {
            ConnectionQuality quality = driver.quality(connection);
            if (quality != null) {
                qualities.put(connection, quality);
            }
        }
        return new Report.Load(load.statistics(), load.freePorts(), load.draining(), qualities);
    }

    @Override
    public void connectionEvent(String connection, Object event) {
        link.send(Report.of(connection, event));
    }

    @Override
    public void connectionGone(String connection) {
        connections.remove(connection);
        if (!leaving) {
            link.send(new Report.Gone(connection));
        }
    }

    @Override
    public void recorderEvent(String recorder, RecorderEvent event) {
        link.send(new Report.Recorded(recorder, event));
    }

    @Override
    public void recorderGone(String recorder) {
        link.send(new Report.RecorderGone(recorder));
    }
}
