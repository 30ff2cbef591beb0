package io.zongji.web.events;

import io.zongji.domain.journal.CallEvent;
import io.zongji.store.journal.Positioned;
import io.zongji.store.journal.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every line each event once and in order, from the position on that it asks for. The newest events are kept as messages,
 * earlier ones are read again. A line that asks for the past is brought up by a thread of its own, in step with what it takes, and
 * joins the others under the lock under which they are told: so nothing comes twice and nothing is left out. Thread-safe.
 */
final class EventHub implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EventHub.class);
    private static final int STRETCH = 500;
    private static final int TRAILS = 20_000;
    private static final int MOST_REPLAYS = 50;
    private static final long PATIENCE_MS = 10_000;

    /** How far back a line may begin. */
    static final int LONGEST_REPLAY = 200_000;

    private final EventSource source;
    private final int kept;
    private final CallTrails trails;
    private final Set<EventLine> lines = ConcurrentHashMap.newKeySet();
    private final ExecutorService replays;
    private final Object order = new Object();
    /** The newest events; everything behind {@code keptFrom} up to {@code reached} is here. */
    private final TreeMap<Long, Told> newest = new TreeMap<>();

    private long keptFrom;
    private long reached;
    private Runnable end = () -> {};

    /** An event, and its message as soon as somebody is told. */
    private static final class Told {
        private final Positioned at;
        private String message;

        Told(Positioned at) {
            this.at = at;
        }

        synchronized String message() {
            if (message == null) {
                message = EventJson.event(at);
            }
            return message;
        }
    }

    /** @param kept how many of the newest events are kept as messages */
    EventHub(EventSource source, int kept) {
        this.source = source;
        this.kept = kept;
        this.trails = new CallTrails(source::ofCall, TRAILS);
        this.replays = new ThreadPoolExecutor(0, MOST_REPLAYS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "portal-events-replay");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        synchronized (order) {
            reached = source.lastPosition();
            keptFrom = reached;
        }
        end = source.follow(this::accept);
    }

    Set<EventLine> lines() {
        return lines;
    }

    void add(EventLine line) {
        lines.add(line);
    }

    void remove(EventLine line) {
        lines.remove(line);
        line.cut("closed");
    }

    /** The position up to which everything was told. */
    long position() {
        synchronized (order) {
            return reached;
        }
    }

    /**
     * Lets a line hear.
     *
     * @param id of the command, for the answer
     */
    void subscribe(EventLine line, Subscription wanted, String id) {
        if (!line.subscribe(wanted)) {
            line.send(
                    EventJson.refused(id, "alreadySubscribed", "This line hears something already; open another one"));
            return;
        }
        if (wanted.from() == null) {
            synchronized (order) {
                line.send(EventJson.subscribed(id, reached));
                line.goLive(reached);
            }
            return;
        }
        String refusal = refusal(wanted.from(), id);
        if (refusal == null) {
            line.send(EventJson.subscribed(id, wanted.from()));
            line.beginBehind(wanted.from());
            try {
                replays.execute(() -> replay(line, wanted.from()));
                return;
            } catch (RejectedExecutionException e) {
                log.info(
                        "{} must wait to hear the past: {} others do",
                        line.user().login(),
                        MOST_REPLAYS);
                line.cut("too many resume at this moment; try again");
                return;
            }
        }
        line.unsubscribe();
        line.send(refusal);
    }

    /** Null when it can begin behind the position. */
    private String refusal(long from, String id) {
        long last = Math.max(position(), source.lastPosition());
        if (from > last) {
            return EventJson.refused(id, "unknownPosition", "The newest position is " + last);
        }
        if (from >= keptFrom()) {
            return null;
        }
        long oldest = Math.max(source.oldestPosition(), last - LONGEST_REPLAY + 1);
        return from + 1 < oldest ? EventJson.tooOld(id, oldest) : null;
    }

    private long keptFrom() {
        synchronized (order) {
            return keptFrom;
        }
    }

    private void replay(EventLine line, long from) {
        try {
            long position = from;
            while (!line.isCut() && !joined(line, position)) {
                position = bringUp(line, position);
                if (!line.awaitRoom(PATIENCE_MS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("The past could not be told to {}", line.user().login(), e);
            line.cut("the past cannot be read now; try again");
        }
    }

    /** Tells the rest and joins the others, when little is left. */
    private boolean joined(EventLine line, long position) {
        synchronized (order) {
            if (position < keptFrom || newest.tailMap(position, false).size() > STRETCH) {
                return false;
            }
            newest.tailMap(position, false).values().forEach(told -> line.tell(told.at, told::message, trails));
            line.goLive(Math.max(reached, position));
            return true;
        }
    }

    /** Tells the next stretch; the position up to which everything was told then. */
    private long bringUp(EventLine line, long position) {
        List<Told> next;
        synchronized (order) {
            next = position < keptFrom
                    ? null
                    : newest.tailMap(position, false).values().stream()
                            .limit(STRETCH)
                            .toList();
        }
        if (next != null) {
            next.forEach(told -> line.tell(told.at, told::message, trails));
            return next.isEmpty() ? position : next.get(next.size() - 1).at.position();
        }
        Stretch stretch = source.after(position, STRETCH);
        stretch.entries().forEach(at -> line.tell(at, () -> EventJson.event(at), trails));
        return Math.max(position, stretch.upTo());
    }

    private void accept(Positioned at) {
        List<Positioned> missing = missingBefore(at.position());
        synchronized (order) {
            missing.forEach(this::tell);
            if (at.position() > reached) {
                tell(at);
            }
        }
    }

    /** What was left out between the last one and this, because too much came at once. */
    private List<Positioned> missingBefore(long position) {
        List<Positioned> missing = new ArrayList<>();
        long from = position();
        while (from < position - 1) {
            Stretch stretch = source.after(from, STRETCH);
            stretch.entries().stream()
                    .filter(each -> each.position() < position)
                    .forEach(missing::add);
            if (stretch.upTo() <= from) {
                break;
            }
            from = stretch.upTo();
        }
        return missing;
    }

    private void tell(Positioned at) {
        if (at.entry() instanceof CallEvent event) {
            trails.apply(event);
        }
        Told told = new Told(at);
        newest.put(at.position(), told);
        reached = at.position();
        while (newest.size() > kept) {
            keptFrom = newest.pollFirstEntry().getKey();
        }
        for (EventLine line : lines) {
            if (line.isLive()) {
                line.tell(at, told::message, trails);
            }
        }
    }

    @Override
    public void close() {
        end.run();
        replays.shutdownNow();
        lines.forEach(line -> line.cut("the server stops"));
    }
}
