package io.zongji.web.events;

import io.zongji.domain.CallId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.Journal;
import io.zongji.domain.live.LiveBoard;
import io.zongji.domain.live.LiveDelta;
import io.zongji.server.CallCentre;
import io.zongji.store.journal.Positioned;
import io.zongji.store.journal.Stretch;
import io.zongji.web.events.Subscription.Topic;
import io.zongji.web.push.Sight;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Joins the lines of programs to the journal and the live board. */
@ApplicationScoped
public class EventFeed {
    private static final Logger log = LoggerFactory.getLogger(EventFeed.class);
    private static final int KEPT = 20_000;
    private static final long PACE_MS = 50;
    private static final long QUIET_MS = 2_000;
    /** Some times within what an agent's pages and lines may be silent. */
    private static final long PING_MS = 3_000;

    private final AtomicBoolean changed = new AtomicBoolean(true);

    @Inject
    private CallCentre callCentre;

    private LiveBoard board;
    private EventHub hub;
    private Runnable boardSubscription;
    private ScheduledExecutorService pace;

    private record Shown(Sight sight, Set<Topic> topics, long from) {}

    @PostConstruct
    void start() {
        board = callCentre.liveBoard();
        hub = new EventHub(journal(), KEPT);
        hub.start();
        boardSubscription = board.onChange(() -> changed.set(true));
        pace = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "portal-events");
            thread.setDaemon(true);
            return thread;
        });
        every(PACE_MS, this::show);
        every(QUIET_MS / 4, this::beat);
        every(PING_MS, () -> hub.lines().forEach(EventLine::ping));
    }

    private void every(long millis, Runnable work) {
        pace.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        log.error("Programs could not be told", e);
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    /** From the first call on, so that the trails of calls are known. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object applicationStarted) {
        log.debug("Programs can be told");
    }

    @PreDestroy
    void stop() {
        pace.shutdownNow();
        boardSubscription.run();
        hub.close();
    }

    EventHub hub() {
        return hub;
    }

    /** Lets a new subscription see its first picture. */
    void wake() {
        changed.set(true);
    }

    private void show() {
        if (!changed.getAndSet(false)) {
            return;
        }
        long now = board.version();
        Map<Shown, String> pictures = new HashMap<>();
        for (EventLine line : hub.lines()) {
            Subscription wanted = line.subscription();
            if (wanted == null || line.boardVersion() == now || !showsPictures(wanted)) {
                continue;
            }
            Shown shown = new Shown(Sight.of(line.user()), wanted.topics(), line.boardVersion());
            String picture = pictures.computeIfAbsent(shown, this::picture);
            if (picture.isEmpty()) {
                line.shown(now);
            } else if (!line.show(now, picture)) {
                changed.set(true);
            }
        }
    }

    private static boolean showsPictures(Subscription wanted) {
        return wanted.topics().contains(Topic.STATE) || wanted.topics().contains(Topic.QUEUES);
    }

    /** Empty when nothing changed that is to be seen. */
    private String picture(Shown shown) {
        LiveDelta delta = shown.sight()
                .of(board.changesSince(shown.from()), callCentre.configuration().get());
        boolean queues =
                shown.topics().contains(Topic.QUEUES) && !delta.queues().isEmpty();
        boolean state = shown.topics().contains(Topic.STATE)
                && !(delta.calls().isEmpty()
                        && delta.ended().isEmpty()
                        && delta.agents().isEmpty());
        return delta.full() || queues || state ? EventJson.picture(delta, EnumSet.copyOf(shown.topics())) : "";
    }

    private void beat() {
        long now = System.nanoTime();
        hub.lines().forEach(line -> line.beat(now, TimeUnit.MILLISECONDS.toNanos(QUIET_MS)));
    }

    private EventSource journal() {
        return new EventSource() {
            @Override
            public long lastPosition() {
                return callCentre.journal().lastPosition();
            }

            @Override
            public long oldestPosition() {
                return callCentre.journal().oldestPosition();
            }

            @Override
            public Stretch after(long position, int atMost) {
                return callCentre.journal().after(position, atMost);
            }

            @Override
            public List<CallEvent> ofCall(CallId call) {
                return callCentre.history().of(call);
            }

            @Override
            public Runnable follow(Consumer<Positioned> listener) {
                Journal.Subscription subscription = callCentre.journal().follow(listener);
                return subscription::close;
            }
        };
    }
}
