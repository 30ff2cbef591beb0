package io.zongji.web.phone;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The lines of all pages' phones. A browser that answers no ping, as a sleeping computer's, has lost its line. */
@ApplicationScoped
public class SipLines {
    private static final long ASK_SECONDS = 4;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3 * ASK_SECONDS);

    private final Set<SipLine> lines = ConcurrentHashMap.newKeySet();
    private HttpClient client;
    private ScheduledExecutorService watch;

    @PostConstruct
    void start() {
        client = HttpClient.newHttpClient();
        watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "portal-phones");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(this::check, ASK_SECONDS, ASK_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        watch.shutdownNow();
        lines.forEach(SipLine::close);
    }

    SipLine open(Session page, URI sip) {
        SipLine line = new SipLine(page);
        lines.add(line);
        line.connect(client, sip);
        return line;
    }

    void close(SipLine line) {
        lines.remove(line);
        line.close();
    }

    private void check() {
        long now = System.nanoTime();
        lines.forEach(line -> line.check(now, PATIENCE_NANOS));
    }
}
