package io.zongji.slee.container;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.deploy.UnitSources;
import io.zongji.slee.container.facility.TimeSource;
import io.zongji.slee.container.management.OperationListener;
import io.zongji.slee.container.naming.NamingBridge;
import io.zongji.slee.container.profile.ProfileStorage;
import io.zongji.slee.container.tx.JtaBridge;
import java.time.Clock;
import java.time.Duration;
import javax.management.MBeanServer;
import javax.slee.management.ManagementException;

/** The settings of a SLEE, all with defaults that suit a machine of a few cores. */
public final class SleeContainerBuilder {
    private String name = "slee";
    private TimeSource time = TimeSource.of(Clock.systemUTC());
    private int threads = Math.max(4, Runtime.getRuntime().availableProcessors() + 2);
    private NamingBridge naming = NamingBridge.none();
    private JtaBridge jta = JtaBridge.none();
    private int eventsPerActivity = 1_000;
    private int eventsInTotal = 100_000;
    private int idleSbbObjects = 100;
    private long treeWaitMillis = 1_000;
    private ProfileStorage profileStorage = ProfileStorage.none();
    private UnitSources units = UnitSources.temporary();
    private MBeanServer server;
    private OperationListener operations = OperationListener.none();
    private Duration drainTime = Duration.ofSeconds(5);
    private Duration idleTime = Duration.ofMinutes(10);

    SleeContainerBuilder() {}

    /** For thread names and logs. */
    public SleeContainerBuilder name(String value) {
        name = requireNonNull(value, "name");
        return this;
    }

    /** Real time of this clock. */
    public SleeContainerBuilder clock(Clock clock) {
        return time(TimeSource.of(clock));
    }

    public SleeContainerBuilder time(TimeSource value) {
        time = requireNonNull(value, "time");
        return this;
    }

    /** Router threads. Handlers should not block; a few more threads than cores keep one that does from slowing others. */
    public SleeContainerBuilder threads(int value) {
        threads = positive(value);
        return this;
    }

    public SleeContainerBuilder naming(NamingBridge value) {
        naming = requireNonNull(value, "naming");
        return this;
    }

    public SleeContainerBuilder jta(JtaBridge value) {
        jta = requireNonNull(value, "jta");
        return this;
    }

    /**
     * How many events from resource adaptors may wait, on one activity and altogether, before more are refused. From four
     * fifths of all on those are refused that begin something new.
     */
    public SleeContainerBuilder queueLimits(int perActivity, int total) {
        eventsPerActivity = positive(perActivity);
        eventsInTotal = positive(total);
        return this;
    }

    /** Unused SBB objects kept for each SBB of each service. */
    public SleeContainerBuilder idleSbbObjects(int value) {
        idleSbbObjects = positive(value);
        return this;
    }

    /** How long a synchronous call into another, busy entity tree waits before the caller rolls back and retries. */
    public SleeContainerBuilder treeWaitMillis(long value) {
        treeWaitMillis = positive((int) value);
        return this;
    }

    /** How long a stop waits for activities to end by themselves before it ends them. */
    public SleeContainerBuilder drainTime(Duration value) {
        drainTime = requireNonNull(value, "drainTime");
        return this;
    }

    /** After how long without any event an RA is asked whether an activity is still alive; ten minutes by default. */
    public SleeContainerBuilder idleTime(Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("not positive: " + value);
        }
        idleTime = value;
        return this;
    }

    /** Where profile tables outlive the SLEE; without one they do not. */
    public SleeContainerBuilder profileStorage(ProfileStorage value) {
        profileStorage = requireNonNull(value, "profileStorage");
        return this;
    }

    /** How units that management installs by a URL are opened; as temporary copies by default. */
    public SleeContainerBuilder units(UnitSources value) {
        units = requireNonNull(value, "units");
        return this;
    }

    /**
     * Where the SLEE registers its management MBeans under their standard names, until it is closed; nowhere by default.
     * A server has room for one SLEE.
     */
    public SleeContainerBuilder mbeanServer(MBeanServer value) {
        server = requireNonNull(value, "mbeanServer");
        return this;
    }

    /** Who hears what is asked of the management MBeans; nobody by default. */
    public SleeContainerBuilder operations(OperationListener value) {
        operations = requireNonNull(value, "operations");
        return this;
    }

    /**
     * A stopped SLEE with nothing installed.
     *
     * @throws IllegalStateException another SLEE has its MBeans in the MBean server
     */
    public SleeContainer build() {
        SleeContainer container = new SleeContainer(new Settings(
                name,
                time,
                threads,
                naming,
                jta,
                eventsPerActivity,
                eventsInTotal,
                idleSbbObjects,
                treeWaitMillis,
                profileStorage,
                drainTime,
                idleTime,
                units));
        if (server != null) {
            manage(container);
        }
        return container;
    }

    private void manage(SleeContainer container) {
        try {
            container.manageIn(server, operations);
        } catch (ManagementException e) {
            container.close();
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static int positive(int value) {
        if (value < 1) {
            throw new IllegalArgumentException("not positive: " + value);
        }
        return value;
    }

    record Settings(
            String name,
            TimeSource time,
            int threads,
            NamingBridge naming,
            JtaBridge jta,
            int eventsPerActivity,
            int eventsInTotal,
            int idleSbbObjects,
            long treeWaitMillis,
            ProfileStorage profileStorage,
            Duration drainTime,
            Duration idleTime,
            UnitSources units) {}
}
