package io.zongji.server.watchdog;

import io.zongji.domain.CallId;
import io.zongji.domain.live.LiveBoard;
import io.zongji.slee.container.ContainerState;
import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.inspection.ActivitySummary;
import io.zongji.slee.container.inspection.Inspection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.AlarmLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares agents, calls, legs, SIP and media every few seconds, by what the SLEE and the live view know anyway: nothing is
 * stopped or locked for it. What differs for longer than its grace is logged once, counted, and repaired; an alarm of the
 * SLEE stands for each kind as long as there is one. Thread-safe.
 */
public final class Watchdog implements AutoCloseable {

    /** Type of the alarms; the instance is the kind. */
    public static final String ALARM = "io.zongji.watchdog.Difference";

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);
    private static final long EVERY_SECONDS = 5;
    private static final String CALL_PREFIX = "call/";
    private static final String CALL_CONTROL = "CallControl";

    private final SleeContainer slee;
    private final LiveBoard board;
    private final Repairs repairs;
    private final AlarmFacility alarms;
    private final ScheduledExecutorService thread;
    private final Map<Key, Seen> seen = new HashMap<>();
    private final Map<DifferenceKind, Long> found = new EnumMap<>(DifferenceKind.class);
    private final Map<DifferenceKind, String> raised = new EnumMap<>(DifferenceKind.class);

    private record Key(DifferenceKind kind, String subject) {}

    /** A difference that may be one of a moment only. */
    private static final class Seen {
        private final Instant since;
        private String text;
        private boolean told;
        private Instant repaired;

        Seen(Instant since) {
            this.since = since;
        }
    }

    /** Not looking yet. */
    public Watchdog(SleeContainer slee, LiveBoard board, Repairs repairs, AlarmFacility alarms) {
        this.slee = slee;
        this.board = board;
        this.repairs = repairs;
        this.alarms = alarms;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "zongji-watchdog");
            daemon.setDaemon(true);
            daemon.setPriority(Thread.MIN_PRIORITY);
            return daemon;
        });
    }

    /** Looks every few seconds from now on. */
    public Watchdog begin(Clock clock) {
        thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        look(clock.instant());
                    } catch (RuntimeException e) {
                        log.warn("The watchdog could not look", e);
                    }
                },
                EVERY_SECONDS,
                EVERY_SECONDS,
                TimeUnit.SECONDS);
        return this;
    }

    /** Compares once; what was there before and is there still counts from then. */
    public synchronized void look(Instant now) {
        if (slee.state() != ContainerState.RUNNING) {
            seen.clear(); // whoever starts it again begins from nothing
            return;
        }
        List<Comparison.Finding> findings = compare().findings(repairs);
        Map<Key, Seen> still = new HashMap<>();
        for (Comparison.Finding finding : findings) {
            Key key = new Key(finding.kind(), finding.subject());
            Seen one = seen.getOrDefault(key, new Seen(now));
            one.text = finding.text();
            still.put(key, one);
            if (!now.isBefore(one.since.plus(key.kind().grace()))) {
                tell(key, one);
                repair(key, one, finding.repair(), now);
            }
        }
        seen.clear();
        seen.putAll(still);
        for (DifferenceKind kind : DifferenceKind.values()) {
            alarm(kind);
        }
    }

    /** The live view is read first: what begins afterwards is in the SLEE already when the journal tells of it. */
    private Comparison compare() {
        var now = board.snapshot();
        Inspection inspection = slee.inspection();
        Set<Integer> trees = inspection.treesOf(CALL_CONTROL);
        Map<CallId, Set<Integer>> calls = new HashMap<>();
        inspection
                .attachedByName(CALL_PREFIX)
                .forEach((name, attached) -> calls.put(new CallId(name.substring(CALL_PREFIX.length())), attached));
        return new Comparison(now, calls, trees, inspection.unattached("MediaRA"), unusedSip(inspection));
    }

    /** An open WebSocket may wait for its page to register; only its own end makes it useless. */
    private static List<ActivitySummary> unusedSip(Inspection inspection) {
        return inspection.unattached("SipRA").stream()
                .filter(activity -> !activity.handle().startsWith("flow-"))
                .toList();
    }

    private void tell(Key key, Seen one) {
        if (!one.told) {
            one.told = true;
            found.merge(key.kind(), 1L, Long::sum);
            log.error("{} {} {}, since {}", key.kind().code(), key.subject(), one.text, one.since);
        }
    }

    /** One repair in a grace: it may take its time, and may be needed again. */
    private static void repair(Key key, Seen one, Runnable repair, Instant now) {
        boolean due = one.repaired == null
                || !now.isBefore(one.repaired.plus(key.kind().grace()));
        if (repair != null && due) {
            one.repaired = now;
            repair.run();
        }
    }

    private void alarm(DifferenceKind kind) {
        boolean open = seen.entrySet().stream().anyMatch(one -> one.getKey().kind() == kind && one.getValue().told);
        if (open && !raised.containsKey(kind)) {
            raised.put(
                    kind, alarms.raiseAlarm(ALARM, kind.code(), AlarmLevel.MAJOR, "The watchdog found " + kind.code()));
        } else if (!open && raised.containsKey(kind)) {
            alarms.clearAlarm(raised.remove(kind));
        }
    }

    /** What differs for longer than it may, as of the last look. */
    public synchronized List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        seen.forEach((key, one) -> {
            if (one.told) {
                differences.add(new Difference(key.kind(), key.subject(), one.text, one.since, one.repaired));
            }
        });
        return differences;
    }

    /** How many of each kind were found since the start; every kind is in it. */
    public synchronized Map<String, Long> found() {
        Map<String, Long> counts = new HashMap<>();
        for (DifferenceKind kind : DifferenceKind.values()) {
            counts.put(kind.code(), found.getOrDefault(kind, 0L));
        }
        return counts;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
