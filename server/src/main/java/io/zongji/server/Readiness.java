package io.zongji.server;

import io.zongji.ra.media.adaptor.MediaNodeStatus;
import io.zongji.ra.media.adaptor.MediaResourceAdaptor;
import io.zongji.slee.container.ContainerState;
import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.resource.EntityState;
import io.zongji.slee.container.resource.RaEntity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether calls can be taken, recorded and written down now. Looks at most once a second, however often it is asked, since
 * anybody may ask. Thread-safe.
 */
public final class Readiness {

    private static final Logger log = LoggerFactory.getLogger(Readiness.class);
    private static final Duration VALID = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);
    private static final int DATABASE_PATIENCE_SECONDS = 2;
    private static final long MEGABYTE = 1024 * 1024;
    private static final String DATABASE = "database";
    /** The look itself: what it waits for is the database, if anything. */
    private static final String LOOK = "readiness";

    private static final Set<String> ABOUT_DATABASE = Set.of(DATABASE, LOOK);

    private final SleeContainer slee;
    private final DataSource database;
    private final Path recordings;
    private final long leastFreeMegabytes;
    private final Clock clock;
    /** When the look in the background began; 0 while there is none. */
    private final AtomicLong lookingSince = new AtomicLong();

    private volatile Report last;

    /** How well something works. */
    public enum Status {
        UP,
        /** Calls are taken, but somebody should look: what carried them is not all there. */
        DEGRADED,
        DOWN
    }

    /**
     * One thing that must be in order.
     *
     * @param problem in English, without passwords; null if there is none
     */
    public record Check(String name, Status status, String problem) {
        /** Something without which no call can be taken. */
        Check(String name, String problem) {
            this(name, problem == null ? Status.UP : Status.DOWN, problem);
        }
    }

    /** All checks, made at one moment. */
    public record Report(long at, List<Check> checks) {
        public Report {
            checks = List.copyOf(checks);
        }

        /** The worst of all. */
        public Status status() {
            return checks.stream()
                    .map(Check::status)
                    .max(Comparator.naturalOrder())
                    .orElse(Status.UP);
        }

        /** Whether calls can be taken. */
        public boolean isUp() {
            return status() != Status.DOWN;
        }
    }

    Readiness(SleeContainer slee, DataSource database, Path recordings, long leastFreeMegabytes, Clock clock) {
        this.slee = slee;
        this.database = database;
        this.recordings = recordings;
        this.leastFreeMegabytes = leastFreeMegabytes;
        this.clock = clock;
    }

    /** The newest report, at most a second old; waits for what does not answer. */
    public synchronized Report report() {
        if (isOld(last)) {
            last = look();
        }
        return last;
    }

    /**
     * What the last look has found, without waiting: when that is more than a second ago, a thread of its own looks again, for
     * the next who asks.
     *
     * @return without checks before the first look
     */
    public Report known() {
        Report known = last;
        long now = clock.millis();
        if (isOld(known) && lookingSince.compareAndSet(0, now)) {
            Thread look = new Thread(this::lookAgain, "readiness");
            look.setDaemon(true);
            look.start();
        }
        long since = lookingSince.get();
        if (since != 0 && now - since > LONGEST_LOOK.toMillis()) {
            return new Report(now, List.of(new Check(LOOK, "the last look has not ended yet")));
        }
        return known == null ? new Report(now, List.of()) : known;
    }

    /** Whether the database answered when it was last looked at, without waiting; true before the first look. */
    public boolean databaseAnswers() {
        return known().checks().stream()
                .noneMatch(check -> check.status() == Status.DOWN && ABOUT_DATABASE.contains(check.name()));
    }

    private void lookAgain() {
        try {
            report();
        } finally {
            lookingSince.set(0);
        }
    }

    private boolean isOld(Report report) {
        return report == null || clock.millis() - report.at() >= VALID.toMillis();
    }

    private Report look() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("slee", slee.state() == ContainerState.RUNNING ? null : "is " + slee.state()));
        for (RaEntity entity : slee.resourceAdaptorEntities()) {
            checks.add(new Check("ra-entity " + entity.name(), problemOf(entity)));
            if (entity.resourceAdaptor() instanceof MediaResourceAdaptor media) {
                media.nodes().forEach(node -> checks.add(nodeCheck(node)));
            }
        }
        checks.add(new Check(DATABASE, problemOfDatabase()));
        checks.add(new Check("recordings", problemOfRecordings()));
        return new Report(clock.millis(), checks);
    }

    private static String problemOf(RaEntity entity) {
        if (entity.state() != EntityState.ACTIVE) {
            return "is " + entity.state();
        }
        if (entity.resourceAdaptor() instanceof MediaResourceAdaptor media && isWithoutNode(media.nodes())) {
            return "no media node takes calls";
        }
        return entity.failure() == null ? null : "failed when it was activated";
    }

    /** A node that is gone ends no call, since others take over; but they may be too few soon. */
    static Check nodeCheck(MediaNodeStatus node) {
        String problem = !node.up() ? "does not answer" : node.draining() ? "is about to stop" : null;
        return new Check("media-node " + node.name(), problem == null ? Status.UP : Status.DEGRADED, problem);
    }

    private static boolean isWithoutNode(List<MediaNodeStatus> nodes) {
        return !nodes.isEmpty() && nodes.stream().noneMatch(MediaNodeStatus::takesCalls);
    }

    private String problemOfDatabase() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(DATABASE_PATIENCE_SECONDS) ? null : "does not answer";
        } catch (SQLException e) {
            log.debug("The database cannot be reached", e);
            return "cannot be reached";
        }
    }

    private String problemOfRecordings() {
        try {
            long free = Files.getFileStore(recordings).getUsableSpace() / MEGABYTE;
            return free >= leastFreeMegabytes
                    ? null
                    : "only " + free + " MB are free, " + leastFreeMegabytes + " are asked for";
        } catch (IOException e) {
            log.debug("The folder of recordings cannot be looked at", e);
            return "the folder cannot be looked at";
        }
    }
}
