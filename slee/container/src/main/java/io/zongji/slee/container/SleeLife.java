package io.zongji.slee.container;

import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.ActivityTable;
import io.zongji.slee.container.resource.RaEntity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.slee.InvalidStateException;
import javax.slee.ServiceID;
import javax.slee.management.ServiceState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a SLEE starts and stops. What is wanted active outlives a stop: the next start brings it back. One start or stop at
 * a time: a second one is refused by the state, which can be asked for at any time, or waits for the monitor.
 */
final class SleeLife {
    private static final Logger log = LoggerFactory.getLogger(SleeLife.class);
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final SleeContainerBuilder.Settings settings;
    private final SleeParts parts;
    private final Set<String> wantedEntities = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<ServiceID> wantedServices = Collections.synchronizedSet(new LinkedHashSet<>());
    private final List<StartFailure> startFailures = new CopyOnWriteArrayList<>();
    private volatile Runnable afterStart = () -> {};
    private volatile Runnable beforeStop = () -> {};
    private Runnable stopTicking;

    SleeLife(SleeContainerBuilder.Settings settings, SleeParts parts) {
        this.settings = settings;
        this.parts = parts;
    }

    /** The names of the RA entities that are to be active while the SLEE runs. */
    Set<String> wantedEntities() {
        return wantedEntities;
    }

    /** The services that are to be active while the SLEE runs. */
    Set<ServiceID> wantedServices() {
        return wantedServices;
    }

    List<StartFailure> startFailures() {
        return List.copyOf(startFailures);
    }

    void afterStart(Runnable action) {
        afterStart = action;
    }

    void beforeStop(Runnable action) {
        beforeStop = action;
    }

    // --- start ---

    void start() throws InvalidStateException {
        parts.state().begin(ContainerState.STOPPED, ContainerState.STARTING);
        finishStart();
    }

    private synchronized void finishStart() {
        startFailures.clear();
        stopTicking = settings.time().tick(parts.wheel()::turn);
        parts.liveness().start();
        parts.state().become(ContainerState.RUNNING);
        parts.profiles().management().start();
        for (String name : List.copyOf(wantedEntities)) {
            RaEntity entity = parts.resources().find(name);
            if (entity != null) {
                failed("RA entity " + name, attempt("activate RA entity " + name, entity::activate));
                failed("RA entity " + name, entity.failure());
            }
        }
        for (ServiceID service : List.copyOf(wantedServices)) {
            failed(service.toString(), attempt("activate " + service, () -> parts.services()
                    .exchange(List.of(), List.of(service))));
        }
        log.info("SLEE {} is running", settings.name());
        attempt("do what follows the start", afterStart::run);
    }

    private void failed(String part, Throwable cause) {
        if (cause != null) {
            startFailures.add(new StartFailure(part, cause));
        }
    }

    // --- stop ---

    void stop() throws InvalidStateException {
        beginStop();
        finishStop();
    }

    /** Returns when the SLEE is STOPPING; a thread of its own does the rest. */
    void stopSoon() throws InvalidStateException {
        beginStop();
        new Thread(this::finishStop, settings.name() + "-stop").start();
    }

    private void beginStop() throws InvalidStateException {
        parts.state().begin(ContainerState.RUNNING, ContainerState.STOPPING);
    }

    /** Whoever comes first finishes a stop that has begun; the others find it finished. */
    private synchronized void finishStop() {
        if (parts.state().get() != ContainerState.STOPPING) {
            return;
        }
        windUp();
        for (ServiceID service : parts.services().inState(ServiceState.ACTIVE)) {
            attempt("deactivate " + service, () -> parts.services().exchange(List.of(service), List.of()));
        }
        for (RaEntity entity : parts.resources().all()) {
            attempt("stop RA entity " + entity.name(), entity::sleeStops);
        }
        drain();
        parts.resources().all().forEach(RaEntity::sleeStopped);
        parts.liveness().stop();
        stopTicking.run();
        parts.state().become(ContainerState.STOPPED);
        log.info("SLEE {} is stopped", settings.name());
    }

    /** What the host deactivates while it winds up is for this stop only. */
    private void windUp() {
        List<ServiceID> services = List.copyOf(wantedServices);
        List<String> entities = List.copyOf(wantedEntities);
        attempt("wind up", beforeStop::run);
        wantedServices.addAll(services);
        wantedEntities.addAll(entities);
        parts.state().woundUp();
    }

    /**
     * Null activities are the services' own business and end without a word, and so do activities of RAs that no entity
     * works on, such as transactions that only wait for retransmissions.
     */
    private void drain() {
        if (!await(() -> inUse().isEmpty() && parts.threads().isIdle(), settings.drainTime())) {
            log.info("Still in use after {}, ended now: {}", settings.drainTime(), inUse());
        }
        if (!await(this::isEmptyOrEnds, ENDING)) {
            log.warn("Activities or entities did not end in {}: {}", ENDING, left());
        }
    }

    private List<String> inUse() {
        return parts.resources().all().stream()
                .filter(RaEntity::isInUse)
                .map(RaEntity::name)
                .toList();
    }

    /** Handlers that run may still start null activities: one end of all is not enough. */
    private boolean isEmptyOrEnds() {
        parts.activities().tables().forEach(table -> table.all().forEach(ActivityContext::end));
        parts.activities().resumeAll();
        return isEmpty();
    }

    private boolean isEmpty() {
        return left().isEmpty();
    }

    /** What keeps the SLEE from being empty. */
    private List<String> left() {
        List<String> left = new ArrayList<>();
        for (ActivityTable table : parts.activities().tables()) {
            if (table.size() > 0) {
                left.add(table.size() + " activities of " + table.source().name());
            }
        }
        parts.services().entityCounts().forEach((sbb, count) -> {
            if (count > 0) {
                left.add(count + " entities of " + sbb);
            }
        });
        return left;
    }

    private static boolean await(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        return true;
    }

    /** Stops, or waits for a stop that is under way, and ends all threads: the last thing a SLEE does. */
    synchronized void close() {
        if (parts.state().get() == ContainerState.RUNNING) {
            attempt("stop SLEE " + settings.name(), this::stop);
        }
        finishStop();
        parts.threads().end();
        parts.resources().all().forEach(RaEntity::endTimer);
    }

    /** A part of a start, a stop or an installation. */
    interface Step {
        void run() throws Exception;
    }

    /** One failing part does not keep the others from starting or stopping. */
    static Exception attempt(String what, Step step) {
        try {
            step.run();
            return null;
        } catch (Exception e) {
            log.error("Could not {}", what, e);
            return e;
        }
    }
}
