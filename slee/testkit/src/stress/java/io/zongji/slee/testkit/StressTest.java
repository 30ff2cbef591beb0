package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;

/**
 * Races are tested as races: several threads, real time, and a rule that a counter or a later look would find broken.
 * {@code -Dzongji.stress.seconds=} sets how long each race is run; the profile {@code stress} makes it long.
 */
abstract class StressTest extends ProbeTest {
    static final int THREADS = 4;
    private static final Duration TIME = Duration.ofMillis((long) (1_000 * seconds()));

    final Queue<String> violations = new ConcurrentLinkedQueue<>();

    private static double seconds() {
        return Double.parseDouble(System.getProperty("zongji.stress.seconds", "0.7"));
    }

    /** One round of a race; numbers are never used twice. */
    interface Round {
        void run(int number, Random random) throws Exception;
    }

    @BeforeEach
    void useRealTime() {
        slee.close();
        useSlee(new TestSlee(
                settings -> settings.clock(Clock.systemUTC()).threads(THREADS).queueLimits(100_000, 1_000_000)));
    }

    /** Runs rounds in several threads until the time is over, and waits for what they caused. */
    void race(Round round) throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        AtomicLong seeds = new AtomicLong(System.nanoTime());
        long end = System.nanoTime() + TIME.toNanos();
        List<Thread> racers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(seeds.incrementAndGet());
            racers.add(new Thread(() -> {
                while (System.nanoTime() < end && violations.isEmpty()) {
                    runOne(round, rounds.getAndIncrement(), random);
                }
            }));
        }
        racers.forEach(Thread::start);
        for (Thread racer : racers) {
            racer.join();
        }
        settle();
        assertThat(rounds.get()).as("rounds").isGreaterThan(THREADS);
        assertThat(violations).isEmpty();
    }

    private void runOne(Round round, int number, Random random) {
        try {
            // Else the queues grow faster than they are emptied, and the race would be one of memory.
            while (statistics().queueLength() > 5_000) {
                Thread.onSpinWait();
            }
            round.run(number, random);
        } catch (Exception e) {
            violations.add("round " + number + ": " + e);
        }
    }
}
