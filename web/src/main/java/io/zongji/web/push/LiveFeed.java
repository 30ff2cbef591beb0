package io.zongji.web.push;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.journal.Journal;
import io.zongji.domain.live.LiveBoard;
import io.zongji.domain.live.LiveDelta;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.server.CallCentre;
import io.zongji.web.SignedInUser;
import io.zongji.web.call.Interventions;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every open page what changed on the live board, from one thread, as soon as its {@link Pace} allows. Pages at the same
 * version with the same sight share one message.
 */
@ApplicationScoped
public class LiveFeed {
    private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);
    /** One thing done changes the board several times: that goes out in one message. */
    private static final long LEAST_REST_MS = 5;

    private static final long ROUND_MS = 150;
    /** What stands beside the board is looked at every so many rounds, about twice a second. */
    private static final int ASIDE_ROUNDS = 3;

    /** Versions are counted anew with each start of the server. */
    private final String epoch = UUID.randomUUID().toString();

    private final Clock clock = Clock.systemUTC();
    private final Map<Viewer, SignedInUser> viewers = new ConcurrentHashMap<>();
    /** Whether an update stands in the thread's list that will bring the change. */
    private final AtomicBoolean changed = new AtomicBoolean();

    private final CallPaths paths = new CallPaths();
    private final CallEndings endings = new CallEndings();

    @Inject
    private CallCentre callCentre;

    @Inject
    private Interventions interventions;

    @Inject
    @Any
    private Instance<Aside> asides;

    private LiveBoard board;
    /** Counts what the one thread does. */
    private int round;

    /** Some page's line was busy: it is told in the next round. */
    private boolean behind;

    private final Pace pace = new Pace(System.nanoTime());
    /** When the next update may be, of {@link System#nanoTime()}. */
    private volatile long restedAt = System.nanoTime();

    private Presence presence;

    private Runnable boardSubscription;
    private Journal.Subscription journalSubscription;
    private ScheduledExecutorService teller;

    @PostConstruct
    void start() {
        board = callCentre.liveBoard();
        presence = new Presence(
                agent -> callCentre.agents().ask(agent, AgentRequest.Action.PAGE_LOST, null),
                agent -> callCentre.agents().ask(agent, AgentRequest.Action.PAGE_BACK, null));
        journalSubscription = callCentre.journal().subscribe(entry -> {
            paths.accept(entry);
            endings.accept(entry);
        });
        teller = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "portal-push");
            thread.setDaemon(true);
            return thread;
        });
        teller.scheduleWithFixedDelay(this::round, ROUND_MS, ROUND_MS, TimeUnit.MILLISECONDS);
        boardSubscription = board.onChange(this::updateSoon);
    }

    /** From the first call on, not from the first page on: else the ways of earlier calls would be unknown. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object applicationStarted) {
        log.debug("The portal's pages can be told");
    }

    @PreDestroy
    void stop() {
        boardSubscription.run();
        journalSubscription.close();
        teller.shutdownNow();
    }

    /** A page of the agent, or a program that acts for the agent, has said something: what is offered can be seen. */
    public void heard(AgentId agent) {
        presence.heard(agent, clock.millis());
    }

    String epoch() {
        return epoch;
    }

    /** @param user whose page it is */
    void add(Viewer viewer, SignedInUser user) {
        viewers.put(viewer, user);
        updateSoon();
    }

    void remove(Viewer viewer) {
        viewers.remove(viewer);
    }

    private void updateSoon() {
        if (changed.compareAndSet(false, true)) {
            long rest = Math.max(TimeUnit.MILLISECONDS.toNanos(LEAST_REST_MS), restedAt - System.nanoTime());
            teller.schedule(this::update, rest, TimeUnit.NANOSECONDS);
        }
    }

    private void round() {
        try {
            if (behind) {
                updateSoon();
            }
            long now = clock.millis();
            if (++round % ASIDE_ROUNDS == 0) {
                viewers.forEach(this::tellAsides);
            }
            viewers.keySet().forEach(viewer -> viewer.beat(now));
            viewers.keySet().removeIf(Viewer::isCut);
            presence.check(now, callCentre.readiness().databaseAnswers());
        } catch (RuntimeException e) {
            log.error("The open pages could not be told", e);
        }
    }

    private void tellAsides(Viewer viewer, SignedInUser user) {
        for (Aside aside : asides) {
            ObjectNode message = aside.message(user);
            if (message != null) {
                viewer.tell(message.path("t").asText(), message.toString());
            }
        }
    }

    private void update() {
        changed.set(false);
        long begun = System.nanoTime();
        try {
            behind = !tellChanges();
        } catch (RuntimeException e) {
            behind = true;
            log.error("The open pages could not be told what changed", e);
        }
        restedAt = pace.told(begun, System.nanoTime());
    }

    /** False when some page's line was busy. */
    private boolean tellChanges() {
        if (viewers.isEmpty()) {
            return true;
        }
        long version = board.version();
        Map<Long, LiveDelta> deltas = new HashMap<>();
        Map<Sight, Map<Long, String>> messages = new HashMap<>();
        boolean all = true;
        for (Viewer viewer : viewers.keySet()) {
            Sight sight = viewer.sight();
            all &= viewer.update(version, from -> messages.computeIfAbsent(sight, seen -> new HashMap<>())
                    .computeIfAbsent(
                            from, since -> message(sight, deltas.computeIfAbsent(since, board::changesSince))));
        }
        return all;
    }

    private String message(Sight sight, LiveDelta changes) {
        LiveDelta delta = sight.of(changes, callCentre.configuration().get());
        ObjectNode message = LiveJson.delta(delta, epoch, clock.instant(), paths);
        ObjectNode ended = message.putObject("endings");
        for (CallId call : delta.ended()) {
            CallEndings.Ending ending = endings.of(call, sight.agent());
            if (ending != null) {
                String who = ending.byAuthority() ? interventions.by(call).orElse(null) : null;
                ended.putObject(call.value())
                        .put("by", ending.by())
                        .put("cause", ending.cause())
                        .put("who", who);
            }
        }
        return message.toString();
    }
}
