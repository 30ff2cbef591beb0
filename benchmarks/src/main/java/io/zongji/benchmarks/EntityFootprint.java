package io.zongji.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Heap that live entities occupy: each has an activity, a CMP field and a timer. Beside it a map with an object of one
 * field and a scheduled task for each.
 */
public final class EntityFootprint {
    private static final int ENTITIES = 100_000;

    private EntityFootprint() {}

    /** Bytes each, in a SLEE and without one. */
    record Bytes(long slee, long bare) {}

    public static void main(String[] arguments) {
        Bytes bytes = measure(ENTITIES);
        System.out.println(
                "EntityFootprint: " + ENTITIES + " entities, each with an activity, a CMP field and a timer: "
                        + bytes.slee() + " bytes each; map entry and scheduled task without a SLEE: " + bytes.bare()
                        + " bytes each");
    }

    static Bytes measure(int entities) {
        int few = entities / 10;
        // What is loaded once and stays is there before the two sizes are compared.
        sleeHeap(few);
        bareHeap(few);
        long perSlee = (sleeHeap(entities) - sleeHeap(few)) / (entities - few);
        long perBare = (bareHeap(entities) - bareHeap(few)) / (entities - few);
        return new Bytes(perSlee, perBare);
    }

    private static long sleeHeap(int entities) {
        try (SleeTarget slee = new SleeTarget(SleeTarget.WAITING, entities)) {
            if (slee.entities() != entities || slee.timers() != entities) {
                throw new IllegalStateException(slee.entities() + " entities, " + slee.timers() + " timers");
            }
            return usedHeap();
        }
    }

    private static final class Waiting {
        private final long begun = System.currentTimeMillis();
    }

    private static long bareHeap(int entities) {
        ScheduledThreadPoolExecutor timers = (ScheduledThreadPoolExecutor) Executors.newScheduledThreadPool(1);
        Map<Integer, Waiting> waiting = new HashMap<>();
        for (int i = 0; i < entities; i++) {
            Waiting entity = new Waiting();
            waiting.put(i, entity);
            timers.schedule(() -> entity.begun, 6, TimeUnit.HOURS);
        }
        long used = usedHeap();
        if (waiting.size() != timers.getQueue().size()) {
            throw new IllegalStateException("a timer is lost");
        }
        timers.shutdownNow();
        return used;
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
