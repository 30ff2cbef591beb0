package io.zongji.web.access;

import io.zongji.web.SignedInUser;
import io.zongji.web.Users;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All WebSockets, each with what it was let in for: a request is asked each time who sends it, a line only once. So every
 * {@value #PACE_SECONDS} s the lines are ended of those who may not do the same any more; who still may something comes in again with
 * that. While the database cannot say, all stay. Thread-safe.
 */
@ApplicationScoped
public class OpenLines {
    private static final Logger log = LoggerFactory.getLogger(OpenLines.class);
    private static final int PACE_SECONDS = 3;

    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    @Inject
    private Tokens tokens;

    @Inject
    private Users users;

    private ScheduledExecutorService watch;

    private record Line(TokenBearer opener, Runnable end) {}

    @PostConstruct
    void start() {
        watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "portal-rights");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(this::check, PACE_SECONDS, PACE_SECONDS, TimeUnit.SECONDS);
    }

    /** An interrupt in the middle of a read would close the files of an H2 database. */
    @PreDestroy
    void stop() {
        watch.shutdown();
    }

    /**
     * Watches a line until it is removed or ended.
     *
     * @param end ends it, without waiting for the other side
     */
    public void add(Session session, TokenBearer opener, Runnable end) {
        lines.put(session.getId(), new Line(opener, end));
    }

    /** The line is closed. */
    public void remove(Session session) {
        lines.remove(session.getId());
    }

    private void check() {
        try {
            if (!lines.isEmpty()) {
                Standing standing = standing();
                lines.forEach((id, line) -> check(id, line, standing));
            }
        } catch (RuntimeException e) {
            log.warn("Whether those whose lines are open may still do what they might cannot be seen now", e);
        }
    }

    private void check(String id, Line line, Standing standing) {
        if (!standing.holds(line.opener()) && lines.remove(id, line)) {
            log.info(
                    "{} may not do the same any more: a line is ended",
                    line.opener().user().login());
            line.end().run();
        }
    }

    private Standing standing() {
        Predicate<Line> bySession = line -> line.opener().token() == null;
        Set<String> logins = lines.values().stream()
                .filter(bySession)
                .map(line -> line.opener().user())
                .map(SignedInUser::login)
                .collect(Collectors.toSet());
        boolean byToken = lines.values().stream().anyMatch(bySession.negate());
        return new Standing(byToken ? tokens.valid() : Map.of(), users.find(logins));
    }
}
