package io.zongji.server.metrics;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.Statistics;
import io.zongji.slee.container.inspection.RouterFigures;
import io.zongji.slee.container.inspection.RouterFigures.Handler;

/** The router, and what is alive in the SLEE. */
final class SleeMeters {
    private static final double MILLIS = 1_000;

    private final SleeContainer slee;

    SleeMeters(SleeContainer slee) {
        this.slee = slee;
    }

    void tell(Samples samples) {
        RouterFigures router = slee.inspection().router();
        samples.gauge("slee.queue.events", "Events queued or being delivered", router.queueLength());
        samples.gauge("slee.queue.limit.events", "From here on events of RAs are refused", router.queueLimit());
        samples.counter("slee.events.delivered", "Events delivered", router.delivered());
        samples.counter("slee.events.refused", "Events refused since queues were full", router.refused());
        samples.gauge("slee.router.threads", "Threads that deliver events", router.threads());
        samples.gauge("slee.router.threads.busy", "Threads with an activity in hand", router.busyThreads());
        samples.gauge(
                "slee.activities.waiting", "Activities with events that wait for a thread", router.waitingActivities());
        samples.gauge(
                "slee.activities.held",
                "Activities with events that something holds back",
                router.heldBackActivities());
        router.handlers().forEach(handler -> tell(samples, handler));
        alive(samples, slee.statistics());
    }

    private static void tell(Samples samples, Handler handler) {
        String[] tags = {"service", handler.service(), "sbb", handler.sbb(), "event", handler.event()};
        samples.counter("slee.handler.runs", "Runs of an event handler", handler.runs(), tags);
        samples.counter(
                "slee.handler.seconds",
                "Time in an event handler; right on average, see docs/slee.md",
                handler.totalMillis() / MILLIS,
                tags);
        samples.counter("slee.handler.slow", "Runs of 20 ms and more", handler.slow(), tags);
        samples.counter("slee.handler.rollbacks", "Runs that were rolled back", handler.rolledBack(), tags);
        samples.gauge(
                "slee.handler.max.seconds", "The longest run since the start", handler.maxMillis() / MILLIS, tags);
    }

    private static void alive(Samples samples, Statistics now) {
        now.activities()
                .forEach((source, count) ->
                        samples.gauge("slee.activities", "Activities alive", count, "ra_entity", source));
        now.entities()
                .forEach((sbb, count) ->
                        samples.gauge("slee.sbb.entities", "SBB entities alive", count, "sbb", sbb.getName()));
        samples.gauge("slee.timers", "Timers set", now.timers());
        samples.gauge("slee.names", "Names bound to activities", now.names());
    }
}
