package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.container.management.ActivityManagementMBean;
import io.zongji.slee.testkit.probe.Probe;
import java.time.Duration;
import java.util.List;
import javax.slee.management.UnrecognizedResourceAdaptorEntityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Activities on which nothing happens for long, and what an operator does about them. */
class LivenessTest extends ManagedSleeTest {
    private static final Duration IDLE = Duration.ofSeconds(40);

    private final ActivityManagementMBean activities =
            bean(ActivityManagementMBean.class, ActivityManagementMBean.OBJECT_NAME);

    @BeforeEach
    void askSoon() {
        slee.close();
        useSlee(new TestSlee(settings -> settings.mbeanServer(server).idleTime(IDLE)));
        services("Probe");
    }

    /** Longer than the idle time by one look: four of them fall into it. */
    private void idleTimePasses() {
        for (int looks = 0; looks < 5; looks++) {
            slee.jump(IDLE.dividedBy(4));
        }
    }

    private List<String> questions() {
        return stub.callbacks().stream()
                .filter(callback -> callback.startsWith("queryLiveness"))
                .toList();
    }

    @Test
    void raIsAskedOnlyAboutWhatIsIdle() {
        start("idle", "busy");
        for (int i = 0; i < 5; i++) {
            alpha("busy", nothing());
            slee.jump(IDLE.dividedBy(4));
        }

        assertThat(questions()).containsExactly("queryLiveness idle");
    }

    @Test
    void raIsAskedAgainAfterAsLong() {
        start("idle");
        idleTimePasses();
        slee.jump(IDLE.dividedBy(4));
        assertThat(questions()).hasSize(1);

        idleTimePasses();

        assertThat(questions()).hasSize(2);
    }

    @Test
    void activityThatTheRaEndsThenIsGone() {
        start("lost");
        alpha("lost", nothing());
        stub.endWhenAsked();

        idleTimePasses();
        slee.settle();

        assertThat(Probe.about("Root End")).hasSize(1);
        assertNothingIsLeft();
    }

    @Test
    void nobodyIsAskedWhileTheSleeIsStopped() throws Exception {
        slee.container().stop();
        idleTimePasses();
        slee.container().start();
        start("idle");
        assertThat(questions()).isEmpty();

        idleTimePasses();

        assertThat(questions()).hasSize(1);
    }

    @Test
    void operatorHasTheRaLook() throws Exception {
        start("b", "a");

        assertThat(activities.getActivities("stub")).containsExactly("a", "b");
        assertThat(activities.queryLiveness("stub", "a")).isTrue();
        assertThat(activities.queryLiveness("stub", "c")).isFalse();

        assertThat(questions()).containsExactly("queryLiveness a");
        assertThatThrownBy(() -> activities.getActivities("nobody"))
                .isInstanceOf(UnrecognizedResourceAdaptorEntityException.class);
    }

    @Test
    void operatorRemovesAnActivity() throws Exception {
        start("a", "b");
        alpha("a", nothing());

        assertThat(activities.removeActivity("stub", "a")).isTrue();
        slee.settle();

        assertThat(Probe.about("Root End")).hasSize(1);
        assertThat(stub.callbacks()).contains("administrativeRemove a").doesNotContain("administrativeRemove b");
        assertThat(activities.getActivities("stub")).containsExactly("b");
        assertThat(activities.removeActivity("stub", "a")).isFalse();
    }
}
