package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.container.inspection.ActivityDetail;
import io.zongji.slee.container.inspection.ActivityDetail.DeliveredEvent;
import io.zongji.slee.container.inspection.ActivityFilter;
import io.zongji.slee.container.inspection.ActivitySummary;
import io.zongji.slee.container.inspection.EntityTreeDetail;
import io.zongji.slee.container.inspection.EntityTreeDetail.EntityNode;
import io.zongji.slee.container.inspection.Inspection;
import io.zongji.slee.container.inspection.LeakSuspects;
import io.zongji.slee.container.inspection.LeakSuspects.Reason;
import io.zongji.slee.container.inspection.RouterFigures;
import io.zongji.slee.container.inspection.RouterFigures.Handler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.slee.facilities.TimerOptions;
import org.junit.jupiter.api.Test;

/** A running SLEE explains itself. */
class InspectionTest extends ProbeTest {
    private static final Duration NOW = Duration.ZERO;

    private Inspection look() {
        return slee.container().inspection();
    }

    private ActivitySummary stubActivity(String handle) {
        return look().activities(new ActivityFilter("stub", NOW, 100)).stream()
                .filter(activity -> activity.handle().contains(handle))
                .findFirst()
                .orElseThrow();
    }

    private ActivityDetail detail(String handle) {
        return look().activity(stubActivity(handle).id()).orElseThrow();
    }

    @Test
    void anActivityTellsWhoIsAttachedAndWhatHangsOnIt() {
        services("Probe");
        start("anna");
        long due = slee.clock().millis() + 5_000;
        alpha("anna", in("Root", (sbb, aci, event) -> {
            sbb.attachChild(sbb.getElder(), aci);
            sbb.names().bind(aci, "Anna's line");
            sbb.timers().setTimer(aci, null, due, 1_000, 3, new TimerOptions());
        }));

        ActivityDetail anna = detail("anna");

        assertThat(anna.attached())
                .extracting(ActivityDetail.AttachedEntity::path)
                .containsExactly("Root", "Root/Child");
        assertThat(anna.attached())
                .extracting(ActivityDetail.AttachedEntity::service)
                .containsOnly("Probe");
        assertThat(anna.names()).containsExactly("Anna's line");
        assertThat(anna.timers()).singleElement().satisfies(timer -> {
            assertThat(timer.due()).isEqualTo(due);
            assertThat(timer.periodMillis()).isEqualTo(1_000);
            assertThat(timer.remaining()).isEqualTo(3);
        });
        assertThat(anna.activity().state()).isEqualTo("ACTIVE");
        assertThat(anna.activity().raEntity()).isEqualTo("stub");
    }

    @Test
    void treesAreFoundByTheNamesOfTheirActivitiesAndActivitiesWithoutAnybodyAtAll() {
        services("Probe");
        start("anna");
        start("otto");
        alpha("anna", in("Root", (sbb, aci, event) -> sbb.names().bind(aci, "line/anna")));

        assertThat(look().attachedByName("line/").get("line/anna")).hasSize(1).isEqualTo(look().treesOf("Probe"));
        assertThat(look().attachedByName("elsewhere/")).isEmpty();
        assertThat(look().unattached("stub")).singleElement().satisfies(activity -> assertThat(activity.handle())
                .contains("otto"));
    }

    @Test
    void attributesAreShownAsFarAsTheyArePlain() {
        services("Probe");
        start("anna");
        alpha("anna", (sbb, aci, event) -> aci.setShared("red"));

        assertThat(detail("anna").attributes()).containsValue("red");
    }

    @Test
    void lastEventsAreKeptTheOldestFirstAndNoMoreThanEight() {
        services("Probe");
        start("anna");
        alpha("anna", nothing());
        for (int i = 0; i < 19; i++) {
            slee.advance(Duration.ofMillis(100));
            beta("anna", nothing());
        }

        List<DeliveredEvent> events = detail("anna").lastEvents();

        long last = slee.clock().millis();
        assertThat(events).hasSize(8);
        assertThat(events).extracting(DeliveredEvent::type).containsOnly("stub.Beta");
        assertThat(events)
                .extracting(DeliveredEvent::at)
                .containsExactly(
                        last - 700, last - 600, last - 500, last - 400, last - 300, last - 200, last - 100, last);
        assertThat(events).allMatch(DeliveredEvent::received);
    }

    @Test
    void anEventNobodyReceivesIsTold() {
        start("anna");
        alpha("anna", nothing());

        assertThat(detail("anna").lastEvents())
                .containsExactly(new DeliveredEvent("stub.Alpha", slee.clock().millis(), false));
    }

    @Test
    void anEntityTreeTellsItsFieldsChildrenAndActivities() {
        services("Probe");
        start("anna", "ben");
        alpha("anna", in("Root", (sbb, aci, event) -> {
            sbb.setValue("call 7");
            sbb.setKept(aci);
            sbb.setPeer(sbb.self());
            sbb.attachChild(sbb.getElder(), aci).call(child -> child.setCount(3));
        }));
        slee.advance(Duration.ofSeconds(90));

        int tree = detail("anna").attached().get(0).entityTree();
        EntityTreeDetail found = look().entityTree(tree).orElseThrow();

        assertThat(found.service()).isEqualTo("Probe");
        assertThat(found.busy()).isFalse();
        assertThat(found.ageMillis()).isEqualTo(90_000);
        EntityNode root = found.root();
        assertThat(root.sbb()).isEqualTo("Root");
        assertThat(root.fields()).containsEntry("value", "call 7");
        assertThat(root.fields().get("kept")).startsWith("stub/").contains("anna");
        assertThat(root.fields().get("peer")).contains("Probe", "Root");
        assertThat(root.activities()).containsExactly(stubActivity("anna").id());
        assertThat(root.children()).singleElement().satisfies(child -> {
            assertThat(child.relation()).isEqualTo("getElder");
            assertThat(child.fields()).containsEntry("count", "3");
        });
        assertThat(look().entityTrees("Probe", 10))
                .extracting(EntityTreeDetail::id)
                .containsExactly(tree);
        assertThat(look().entityTrees("High", 10)).isEmpty();
    }

    @Test
    void aBusyTreeIsSaidToBeBusyAndNobodyWaitsForIt() throws Exception {
        services("Probe");
        start("anna");
        alpha("anna", nothing());
        int tree = detail("anna").attached().get(0).entityTree();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        fireAlpha("anna", (sbb, aci, event) -> {
            inside.countDown();
            seen.await(10, TimeUnit.SECONDS);
        });
        inside.await(10, TimeUnit.SECONDS);

        EntityTreeDetail found = look().entityTree(tree).orElseThrow();
        ActivityDetail anna = detail("anna");
        seen.countDown();
        slee.settle();

        assertThat(found.busy()).isTrue();
        assertThat(found.root()).isNull();
        assertThat(anna.underWay()).isEqualTo("stub.Alpha");
        assertThat(anna.activity().waitingEvents()).isEqualTo(1);
        assertThat(look().entityTree(tree).orElseThrow().busy()).isFalse();
    }

    @Test
    void whatHasEndedIsNotFound() {
        services("Probe");
        start("anna");
        alpha("anna", nothing());
        int activity = stubActivity("anna").id();
        int tree = detail("anna").attached().get(0).entityTree();
        end("anna");

        assertThat(look().activity(activity)).isEmpty();
        assertThat(look().entityTree(tree)).isEmpty();
        assertThat(look().activity(0)).isEmpty();
    }

    @Test
    void activitiesAreFilteredByRaEntityAndAgeTheOldestFirst() {
        services("Probe");
        start("oldest");
        slee.advance(Duration.ofSeconds(1));
        start("older");
        slee.advance(Duration.ofSeconds(1));
        start("young");

        assertThat(look().sources()).contains("stub", "null", "service");
        assertThat(look().activities(new ActivityFilter("stub", Duration.ofSeconds(1), 100)))
                .extracting(ActivitySummary::handle)
                .satisfiesExactly(handle -> assertThat(handle).contains("oldest"), handle -> assertThat(handle)
                        .contains("older"));
        assertThat(look().activities(new ActivityFilter("stub", NOW, 1))).hasSize(1);
        assertThat(look().activities(new ActivityFilter("service", NOW, 100))).hasSize(1);
        assertThat(look().activities(new ActivityFilter("nobody", NOW, 100))).isEmpty();
    }

    @Test
    void leakSuspectsAreWhatNothingHappensOnWithTheReason() {
        services("Probe");
        start("forgotten", "attached", "timed", "used");
        alpha("attached", nothing());
        alpha("timed", (sbb, aci, event) -> sbb.timers()
                .setTimer(aci, null, slee.clock().millis() + 7_200_000, new TimerOptions()));
        slee.jump(Duration.ofHours(1));
        alpha("used", nothing());

        LeakSuspects suspects = look().leakSuspects(Duration.ofHours(1), 100);

        assertThat(suspects.groups()).singleElement().satisfies(group -> {
            assertThat(group.raEntity()).isEqualTo("stub");
            assertThat(group.count()).isEqualTo(3);
            assertThat(group.unattached()).isEqualTo(1);
            assertThat(group.oldestMillis()).isEqualTo(3_600_000);
        });
        assertThat(suspects.oldest()).hasSize(3);
        assertThat(reason(suspects, "forgotten")).isEqualTo(Reason.NOBODY_ATTACHED);
        assertThat(reason(suspects, "attached")).isEqualTo(Reason.NOTHING_TO_WAIT_FOR);
        assertThat(reason(suspects, "timed")).isEqualTo(Reason.IDLE);
        assertThat(look().leakSuspects(Duration.ofHours(2), 100).oldest()).isEmpty();
    }

    private static Reason reason(LeakSuspects suspects, String handle) {
        return suspects.oldest().stream()
                .filter(suspect -> suspect.activity().handle().contains(handle))
                .map(LeakSuspects.Suspect::reason)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRouterTellsWhichHandlersAreSlowAndWhichRollBack() {
        services("Probe");
        start("anna");
        alpha("anna", nothing());
        alpha("anna", (sbb, aci, event) -> slee.jumpWithoutSettling(Duration.ofMillis(70)));
        alpha("anna", (sbb, aci, event) -> sbb.context().setRollbackOnly());
        beta("anna", (sbb, aci, event) -> slee.jumpWithoutSettling(Duration.ofMillis(10)));

        RouterFigures router = look().router();

        assertThat(router.handlers())
                .extracting(Handler::event)
                .as("the one that took the most time comes first")
                .startsWith("stub.Alpha", "stub.Beta");
        Handler alpha = router.handlers().get(0);
        assertThat(alpha.runs()).isEqualTo(3);
        assertThat(alpha.totalMillis()).isEqualTo(70);
        assertThat(alpha.maxMillis()).isEqualTo(70);
        assertThat(alpha.slow()).isEqualTo(1);
        assertThat(alpha.rolledBack()).isEqualTo(1);
        assertThat(alpha.lastSlowAt()).isEqualTo(slee.clock().millis() - 10);
        Handler beta = router.handlers().get(1);
        assertThat(beta.totalMillis()).isEqualTo(10);
        assertThat(beta.slow()).isZero();
        assertThat(router.threads()).isEqualTo(2);
        assertThat(router.delivered()).isEqualTo(slee.statistics().eventsRouted());
    }

    @Test
    void theRouterTellsWhereEventsWait() throws Exception {
        services("Probe");
        start("anna", "ben");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        fireAlpha("anna", (sbb, aci, event) -> {
            inside.countDown();
            seen.await(10, TimeUnit.SECONDS);
        });
        inside.await(10, TimeUnit.SECONDS);
        fireAlpha("anna", nothing());
        fireAlpha("anna", nothing());

        RouterFigures router = look().router();
        seen.countDown();
        slee.settle();

        assertThat(router.busyThreads()).isEqualTo(1);
        assertThat(router.queueLength()).isEqualTo(3);
        assertThat(router.longestQueues()).singleElement().satisfies(activity -> {
            assertThat(activity.handle()).contains("anna");
            assertThat(activity.waitingEvents()).isEqualTo(3);
        });
    }
}
