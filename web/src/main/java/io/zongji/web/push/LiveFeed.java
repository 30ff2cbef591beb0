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
 * Tells every open page what changed on the live board, at most every {@value #PACE_MS} ms, from one thread. Pages at the
 * same version with the same sight share one message.
 */
@ApplicationScoped
public class LiveFeed {
    private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);
    private static final long PACE_MS = 150;
    /** What stands beside the board is looked at every so many rounds, about twice a second. */
    private static final int ASIDE_ROUNDS = 3;

    /** Versions are counted anew with each start of the server. */
    private final String epoch = UUID.randomUUID().toString();

    private final Clock clock = Clock.systemUTC();
    private final Map<Viewer, SignedInUser> viewers = new ConcurrentHashMap<>();
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final CallPaths paths = new CallPaths();
    private final CallEndings endings = new CallEndings();

    @Inject
    private CallCentre callCentre;

    @Inject
    @Any
    private Instance<Aside> asides;

    private LiveBoard board;
    /** Counts what the one thread does. */
    private int round;

    /** The board's version that was told last. */
    private long known;

    private Presence presence;

    private Runnable boardSubscription;
    private Journal.Subscription journalSubscription;
    private ScheduledExecutorService pace;

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
        boardSubscription = board.onChange(() -> changed.set(true));
        pace = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "portal-push");
            thread.setDaemon(true);
            return thread;
        });
        pace.scheduleWithFixedDelay(this::tell, PACE_MS, PACE_MS, TimeUnit.MILLISECONDS);
    }

    /** From the first call on, not from the first page on: else the ways of earlier calls would be unknown. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object applicationStarted) {
        log.debug("The portal's pages can be told");
    }

    @PreDestroy
    void stop() {
        pace.shutdownNow();
        boardSubscription.run();
        journalSubscription.close();
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
        changed.set(true);
    }

    void remove(Viewer viewer) {
        viewers.remove(viewer);
    }

    private void tell() {
        try {
            if (changed.getAndSet(false)) {
                update();
            }
            long now = clock.millis();
            if (++round % ASIDE_ROUNDS == 0) {
                viewers.forEach(this::tellAsides);
            }
            viewers.keySet().forEach(viewer -> viewer.beat(now));
            viewers.keySet().removeIf(Viewer::isCut);
            presence.check(now);
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
        if (viewers.isEmpty()) {
            return;
        }
        known = board.changesSince(known).version();
        Map<Sight, Map<Long, String>> messages = new HashMap<>();
        for (Viewer viewer : viewers.keySet()) {
            boolean done =
                    viewer.update(known, from -> messages.computeIfAbsent(viewer.sight(), sight -> new HashMap<>())
                            .computeIfAbsent(from, version -> message(viewer.sight(), version)));
            if (!done) {
                changed.set(true);
            }
        }
    }

    private String message(Sight sight, long from) {
        LiveDelta delta =
                sight.of(board.changesSince(from), callCentre.configuration().get());
        ObjectNode message = LiveJson.delta(delta, epoch, clock.instant(), paths);
        ObjectNode ended = message.putObject("endings");
        for (CallId call : delta.ended()) {
            CallEndings.Ending ending = endings.of(call, sight.agent());
            if (ending != null) {
                ended.putObject(call.value()).put("by", ending.by()).put("cause", ending.cause());
            }
        }
        return message.toString();
    }
}
