package io.zongji.slee.testkit;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.SleeContainerBuilder;
import io.zongji.slee.container.Statistics;
import io.zongji.slee.container.deploy.DeployableUnitSource;
import io.zongji.slee.container.facility.TimerWheel;
import io.zongji.slee.container.naming.ThreadNaming;
import java.io.IOException;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedServiceException;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.ResourceAdaptorID;

/**
 * A SLEE for JUnit with virtual time: install, fire, {@link #settle}, assert. Its failures are unchecked, since a test
 * can do nothing about them. Threads are real; time moves only by {@link #advance}.
 */
public final class TestSlee implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final VirtualTime time;
    private final SleeContainer container;

    /** What a checked exception inside the test kit becomes. */
    public static final class TestSleeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TestSleeException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    public TestSlee() {
        this(settings -> settings);
    }

    /** With other settings than the usual two threads. */
    public TestSlee(UnaryOperator<SleeContainerBuilder> settings) {
        this(START, settings);
    }

    /** At this time, for SBBs that read the system's clock to set timers: give them the time it has now. */
    public TestSlee(Instant start) {
        this(start, settings -> settings);
    }

    private TestSlee(Instant start, UnaryOperator<SleeContainerBuilder> settings) {
        time = new VirtualTime(start);
        container = settings.apply(SleeContainer.builder()
                        .name("test-slee")
                        .time(time)
                        .threads(2)
                        .drainTime(Duration.ZERO)
                        // A unit sees what the test sees.
                        .units(url -> DeployableUnitSource.copyOf(url, TestSlee.class.getClassLoader()))
                        .naming(ThreadNaming.install()))
                .build();
        unchecked("start", container::start);
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void unchecked(String what, Step step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new TestSleeException("Cannot " + what + ": " + e.getMessage(), e);
        }
    }

    /** Installs the unit whose archive root contains the class. */
    public TestSlee install(Class<?> partOfTheUnit) {
        URL root = partOfTheUnit.getProtectionDomain().getCodeSource().getLocation();
        return install(root, partOfTheUnit.getClassLoader());
    }

    /** Installs a unit of the class path by the URL of its root. */
    public TestSlee install(URL root, ClassLoader loader) {
        unchecked("install " + root, () -> container.install(DeployableUnitSource.onClassPath(root, loader)));
        return this;
    }

    /** Creates and activates an RA entity and binds a link of the same name to it. */
    public TestSlee resourceAdaptor(ResourceAdaptorID id, String name, ConfigProperties properties) {
        try {
            container.createResourceAdaptorEntity(id, name, properties);
            container.bindLinkName(name, name);
            container.activateResourceAdaptorEntity(name);
        } catch (InvalidArgumentException | InvalidConfigurationException | InvalidStateException e) {
            throw new TestSleeException("Cannot create RA entity " + name + ": " + e.getMessage(), e);
        }
        return this;
    }

    public TestSlee activate(ServiceID service) {
        try {
            container.activateService(service);
        } catch (UnrecognizedServiceException | InvalidStateException e) {
            throw new TestSleeException("Cannot activate " + service + ": " + e.getMessage(), e);
        }
        return settle();
    }

    public TestSlee deactivate(ServiceID service) {
        unchecked("deactivate " + service, () -> container.deactivateService(service));
        return settle();
    }

    /**
     * Waits until no event is queued or under way, except those held back by a barrier or suspension. Fails after
     * half a minute.
     */
    public TestSlee settle() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!container.isQuiet()) {
            if (System.nanoTime() > end) {
                throw new TestSleeException("The SLEE did not settle: " + container.statistics(), null);
            }
            LockSupport.parkNanos(20_000);
        }
        return this;
    }

    /** Moves time on in ticks and settles whenever something happened. */
    public TestSlee advance(Duration by) {
        settle();
        long left = by.toMillis();
        while (left > 0) {
            long tick = Math.min(left, TimerWheel.RESOLUTION_MILLIS);
            time.step(Duration.ofMillis(tick));
            left -= tick;
            settle();
        }
        return this;
    }

    /** Jumps to a later time at once, as a machine that was asleep does: timers in between are late. */
    public TestSlee jump(Duration by) {
        settle();
        jumpWithoutSettling(by);
        return settle();
    }

    /** For use inside handlers, where the SLEE cannot settle. */
    public void jumpWithoutSettling(Duration by) {
        time.step(by);
    }

    public Clock clock() {
        return time.clock();
    }

    public SleeContainer container() {
        return container;
    }

    public Statistics statistics() {
        return container.statistics();
    }

    @Override
    public void close() {
        container.close();
    }

    /** The URL of a directory of the class path that is a unit's root. */
    public static URL unitRoot(ClassLoader loader, String path) {
        URL descriptor = loader.getResource(path + "/META-INF/deployable-unit.xml");
        if (descriptor == null) {
            throw new TestSleeException("No unit at " + path, null);
        }
        try {
            return new URL(descriptor, "..");
        } catch (IOException e) {
            throw new TestSleeException("No unit at " + path, e);
        }
    }
}
