package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.model.Deed;
import io.zongji.slee.testkit.model.Model;
import io.zongji.slee.testkit.model.Plan;
import io.zongji.slee.testkit.model.Visit;
import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.ProbeLocal;
import io.zongji.slee.testkit.probe.ProbeSbb;
import io.zongji.slee.testkit.probe.Script;
import io.zongji.slee.testkit.stub.StubActivity;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.slee.ActivityContextInterface;
import javax.slee.SbbLocalObject;
import javax.slee.facilities.TimerID;
import javax.slee.facilities.TimerOptions;
import org.junit.jupiter.api.Test;

/**
 * Random histories of attaching, detaching, ending, removing, naming, timing and rolling back: the SLEE calls the handlers the model calls,
 * in its order, and has as many entities. A failure names its seed; {@code -Dzongji.model.seed=} repeats it alone, and
 * {@code -Dzongji.model.seeds=} sets how many are tried.
 */
class ModelTest extends ProbeTest {
    private static final int STEPS = 25;
    private static final int SEEDS = Integer.getInteger("zongji.model.seeds", 200);

    private final Map<String, SbbLocalObject> entities = new HashMap<>();
    private final Map<String, ActivityContextInterface> nullActivities = new HashMap<>();
    private final Map<String, TimerID> timerIds = new HashMap<>();
    private final Queue<Visit> expected = new ConcurrentLinkedQueue<>();
    private final List<String> differences = new CopyOnWriteArrayList<>();
    private final List<String> history = new ArrayList<>();
    private volatile CountDownLatch allQueued;
    private int activities;

    @Test
    void sleeAndModelAgree() {
        services("Probe");
        Long only = Long.getLong("zongji.model.seed");
        if (only != null) {
            run(only);
            return;
        }
        for (long seed = 1; seed <= SEEDS; seed++) {
            run(seed);
        }
    }

    private void run(long seed) {
        Probe.reset();
        Probe.when(Model.END, follow());
        entities.clear();
        nullActivities.clear();
        timerIds.clear();
        history.clear();
        Plan plan = new Plan(seed);
        Model model = new Model(plan);
        for (int i = 0; i < STEPS && plan.hasRoom(); i++) {
            step(model, plan, seed);
        }
        plan.over();
        model.start("last");
        start("last");
        fire(model, "last", List.of(Model.ALPHA), false, seed);
        while (!model.live().isEmpty()) {
            fire(model, model.live().get(0), List.of(), true, seed);
        }
        assertNothingIsLeft();
    }

    private void step(Model model, Plan plan, long seed) {
        List<String> live = model.live();
        if (live.isEmpty() || live.size() < 4 && plan.random().nextInt(4) == 0) {
            String activity = "a" + ++activities;
            model.start(activity);
            start(activity);
            return;
        }
        String activity = live.get(plan.random().nextInt(live.size()));
        List<String> events = new ArrayList<>();
        for (int i = plan.random().nextInt(3); i >= 0; i--) {
            events.add(plan.random().nextBoolean() ? Model.ALPHA : Model.BETA);
        }
        fire(model, activity, events, plan.random().nextInt(8) == 0, seed);
    }

    private void fire(Model model, String activity, List<String> events, boolean thenEnd, long seed) {
        List<Visit> visits = model.fire(activity, events, thenEnd);
        history.add(events + (thenEnd ? " and end" : "") + " on " + activity + " " + visits);
        expected.addAll(visits);
        allQueued = new CountDownLatch(1);
        for (String event : events) {
            stub.fire(activity, event.equals(Model.ALPHA) ? StubResource.ALPHA : StubResource.BETA, followed());
        }
        if (thenEnd) {
            stub.end(activity, StubResource.Mode.PLAIN);
        }
        allQueued.countDown();
        settle();
        String story = "seed " + seed + ":\n" + String.join("\n", history) + "\n";
        assertThat(differences).as(story).isEmpty();
        assertThat(expected).as(story).isEmpty();
        assertThat(entities("Root")).as("roots, " + story).isEqualTo((int) model.entities(true));
        assertThat(entities("Child")).as("children, " + story).isEqualTo((int) model.entities(false));
        assertThat(activities("stub"))
                .as("activities, " + story)
                .isEqualTo(model.live().size());
        assertThat(activities("null")).as("null activities, " + story).isEqualTo(model.nullActivities());
        assertThat(names()).as("names, " + story).isEqualTo((int) model.bound("n"));
        assertThat(timers()).as("timers, " + story).isEqualTo((int) model.bound("t"));
    }

    private StubEvent followed() {
        return new StubEvent(follow());
    }

    /** Does what the model decided for this call. */
    private Script follow() {
        return (sbb, aci, event) -> {
            allQueued.await();
            Visit visit = expected.poll();
            String activity = ((StubActivity) aci.getActivity()).name();
            if (visit == null
                    || !Objects.equals(visit.entity(), sbb.getValue())
                    || !visit.activity().equals(activity)) {
                differences.add(sbb.getValue() + " on " + activity + " is called instead of " + visit);
                return;
            }
            for (Deed deed : visit.deeds()) {
                act(deed, sbb, aci);
            }
        };
    }

    private void act(Deed deed, ProbeSbb sbb, ActivityContextInterface aci) throws Exception {
        if (deed instanceof Deed.TakeName take) {
            name(sbb, take);
        } else if (deed instanceof Deed.Create create) {
            create(sbb, create);
        } else if (deed instanceof Deed.Remove remove) {
            entities.get(remove.entity()).remove();
        } else if (deed instanceof Deed.Attach attach) {
            context(sbb, attach.activity()).attach(entities.get(attach.entity()));
        } else if (deed instanceof Deed.Detach detach) {
            context(sbb, detach.activity()).detach(entities.get(detach.entity()));
        } else if (deed instanceof Deed.Fail fail) {
            fail(sbb, fail);
        } else if (deed instanceof Deed.CreateNull create) {
            createNull(sbb, create);
        } else {
            actOnActivity(deed, sbb, aci);
        }
    }

    private void actOnActivity(Deed deed, ProbeSbb sbb, ActivityContextInterface aci) throws Exception {
        if (deed instanceof Deed.Bind bind) {
            sbb.names().bind(context(sbb, bind.activity()), bind.name());
        } else if (deed instanceof Deed.Unbind unbind) {
            sbb.names().unbind(unbind.name());
        } else if (deed instanceof Deed.SetTimer set) {
            ActivityContextInterface context = context(sbb, set.activity());
            timerIds.put(set.timer(), sbb.timers().setTimer(context, null, now() + 3_600_000, new TimerOptions()));
        } else if (deed instanceof Deed.CancelTimer cancel) {
            sbb.timers().cancelTimer(timerIds.get(cancel.timer()));
        } else if (deed instanceof Deed.Mask mask) {
            sbb.context().maskEvent(mask.event() == null ? null : new String[] {mask.event()}, aci);
        } else if (deed instanceof Deed.Fire) {
            sbb.fireBeta(followed(), aci, null);
        } else if (deed instanceof Deed.End end) {
            String activity = ((StubActivity) aci.getActivity()).name();
            sbb.resource().end(activity, end.transacted() ? StubResource.Mode.TRANSACTED : StubResource.Mode.PLAIN);
        } else {
            throw new IllegalArgumentException(deed.toString());
        }
    }

    private void createNull(ProbeSbb sbb, Deed.CreateNull create) throws Exception {
        ActivityContextInterface context = sbb.contextOf(sbb.nullActivity());
        context.attach(sbb.self());
        nullActivities.put(create.activity(), context);
    }

    private void name(ProbeSbb sbb, Deed.TakeName take) {
        sbb.setValue(take.name());
        sbb.self().setSbbPriority((byte) take.priority());
        entities.put(take.name(), sbb.self());
    }

    private void create(ProbeSbb sbb, Deed.Create create) throws Exception {
        ProbeLocal child = (ProbeLocal) sbb.getChild().create();
        child.setSbbPriority((byte) create.priority());
        child.call(below -> below.setValue(create.child()));
        entities.put(create.child(), child);
    }

    private ActivityContextInterface context(ProbeSbb sbb, String activity) throws Exception {
        if (nullActivities.containsKey(activity)) {
            return nullActivities.get(activity);
        }
        return sbb.stubFactory().getActivityContextInterface(new StubActivity(activity));
    }

    private static void fail(ProbeSbb sbb, Deed.Fail fail) {
        sbb.context().setRollbackOnly();
        if (fail.thrown()) {
            throw new IllegalStateException("as decided");
        }
    }
}
