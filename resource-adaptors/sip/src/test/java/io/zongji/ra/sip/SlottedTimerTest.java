package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.SIPStackTimerTask;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlottedTimerTest {

    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();
    private SipStackImpl stack;
    private SlottedTimer timer;

    @BeforeEach
    void start() throws Exception {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "slotted");
        stack = new SipStackImpl(properties);
        timer = new SlottedTimer();
        timer.start(stack, properties);
    }

    @AfterEach
    void stop() {
        timer.stop();
        stack.stop();
    }

    @Test
    void runsNothingTooEarlyAndTheEarlierFirst() throws InterruptedException {
        long start = System.nanoTime();
        timer.schedule(named("late"), 200);
        timer.schedule(named("early"), 60);
        timer.schedule(named("at once"), 0);

        assertThat(next()).isEqualTo("at once");
        assertThat(next()).isEqualTo("early");
        assertThat(next()).isEqualTo("late");
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isGreaterThanOrEqualTo(199);
    }

    @Test
    void repeatsUntilCancelledAlsoByTheTaskItself() throws InterruptedException {
        AtomicInteger times = new AtomicInteger();
        timer.scheduleWithFixedDelay(
                new Task(task -> {
                    ran.add("look " + times.incrementAndGet());
                    if (times.get() == 3) {
                        timer.cancel(task);
                    }
                }),
                0,
                20);
        assertThat(next()).isEqualTo("look 1");
        assertThat(next()).isEqualTo("look 2");
        assertThat(next()).isEqualTo("look 3");

        timer.schedule(named("after"), 100);
        assertThat(next()).isEqualTo("after");
    }

    @Test
    void doesNotRunWhatWasCancelledAndTellsWhetherItWas() throws InterruptedException {
        SIPStackTimerTask task = named("cancelled");
        assertThat(timer.cancel(task)).isFalse();
        timer.schedule(task, 40);
        timer.schedule(named("other"), 40);

        assertThat(timer.cancel(task)).isTrue();
        assertThat(timer.cancel(task)).isFalse();
        assertThat(next()).isEqualTo("other");
    }

    @Test
    void goesOnAfterATaskThatFailed() throws InterruptedException {
        timer.schedule(
                new Task(task -> {
                    throw new IllegalArgumentException("planted");
                }),
                0);
        timer.schedule(named("next"), 0);

        assertThat(next()).isEqualTo("next");
    }

    @Test
    void takesNothingAfterItsStop() {
        timer.stop();

        assertThat(timer.isStarted()).isFalse();
        assertThatThrownBy(() -> timer.schedule(named("never"), 0)).isInstanceOf(IllegalStateException.class);
    }

    private String next() throws InterruptedException {
        return ran.poll(20, TimeUnit.SECONDS);
    }

    private SIPStackTimerTask named(String name) {
        return new Task(task -> ran.add(name));
    }

    private static final class Task extends SIPStackTimerTask {

        private final Consumer<Task> action;

        Task(Consumer<Task> action) {
            this.action = action;
        }

        @Override
        public void runTask() {
            action.accept(this);
        }

        @Override
        public Object getThreadHash() {
            return null;
        }
    }
}
