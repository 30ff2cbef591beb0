package io.zongji.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.AgentRights;
import io.zongji.domain.config.Queue;
import io.zongji.domain.config.QueueMembership;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Does random things to an engine, each now and then twice with a rollback in between, and tells the reference. */
final class RandomTraffic {
    private static final AgentAction[] BUTTONS = {
        AgentAction.READY,
        AgentAction.BUSY,
        AgentAction.REST,
        AgentAction.WRAP_UP,
        AgentAction.SIGN_OUT,
        AgentAction.DIAL
    };

    private static final RestRules RESTS = new RestRules(Map.of("", Duration.ofSeconds(20)), AgentState.IDLE);

    /** A call that the ACD did not offer. */
    private record Made(AgentId agent, CallId call) {}

    private final long seed;
    private final Random random;
    private final RoutingEngine engine = new RoutingEngine();
    private final RoutingReference reference = new RoutingReference(engine);
    private final List<Queue> queues = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();
    private final List<Made> made = new ArrayList<>();
    private final int agentCount;
    private Instant now = RoutingFixture.START;
    private int tasks;

    RandomTraffic(long seed, int agentCount, int queueCount) {
        this.seed = seed;
        this.random = new Random(seed);
        this.agentCount = agentCount;
        for (int i = 0; i < queueCount; i++) {
            queues.add(Queue.usual(new QueueId("q" + i), "Queue " + i)
                    .withLimits(i == 1 ? 5 : 0, i == 2 ? Duration.ofSeconds(45) : Duration.ZERO, i == 0)
                    .withTimes(Duration.ofSeconds(15), Duration.ofSeconds(i == 0 ? 0 : 8))
                    .withMissedOffers(1 + i % 2));
        }
        for (int i = 0; i < agentCount; i++) {
            agents.add(agent(i));
        }
        apply("configure", () -> engine.configure(queues, agents, RESTS, now));
    }

    private Agent agent(int number) {
        List<QueueMembership> memberships = new ArrayList<>();
        for (Queue queue : queues) {
            if (random.nextInt(3) > 0 || memberships.isEmpty()) {
                memberships.add(new QueueMembership(queue.id(), 1 + random.nextInt(2)));
            }
        }
        String id = "a" + number;
        AgentRights rights = new AgentRights(random.nextInt(12) > 0, false, true, false);
        return new Agent(new AgentId(id), id, id, id, memberships, null, number % 4 == 0, false, rights);
    }

    void step(int number) {
        now = now.plusMillis(random.nextInt(6) == 0 ? 0 : random.nextInt(2_000));
        AgentId agent = agents.get(random.nextInt(agents.size())).id();
        int dice = random.nextInt(100);
        String name = "seed " + seed + " operation " + number + " at " + now;
        if (dice < 22) {
            WaitingTask task = task();
            reference.submitted(task);
            apply(name + " submit " + task, () -> engine.submit(task, now));
        } else if (dice < 30) {
            withdraw(name);
        } else if (dice < 54) {
            answerOrFail(name);
        } else if (dice < 55) {
            boolean there = random.nextBoolean();
            CallId call = new CallId("m" + ++tasks);
            made.add(new Made(agent, call));
            apply(name + " engage " + agent, () -> engine.engage(agent, call, there, "", now));
        } else if (dice < 60 && !made.isEmpty()) {
            Made over = made.remove(random.nextInt(made.size()));
            boolean talked = random.nextInt(4) > 0;
            apply(name + " over " + over, () -> engine.released(over.agent(), over.call(), talked, "", now));
        } else if (dice < 72) {
            apply(name + " released " + agent, () -> engine.released(agent, null, "", now));
        } else if (dice < 78) {
            apply(name + " sign in " + agent, () -> engine.signIn(agent, AgentState.IDLE, "", now));
        } else if (dice < 90) {
            apply(name + " ready " + agent, () -> engine.action(agent, AgentAction.READY, null, "", now));
        } else if (dice < 93) {
            AgentAction button = BUTTONS[random.nextInt(BUTTONS.length)];
            apply(name + " " + button + " " + agent, () -> engine.action(agent, button, null, "", now));
        } else if (dice < 95) {
            boolean page = random.nextBoolean();
            apply(
                    name + " lost " + agent,
                    () -> page ? engine.pageLost(agent, "", now) : engine.deviceLost(agent, "", now));
        } else if (dice < 98) {
            boolean page = random.nextBoolean();
            apply(
                    name + " back " + agent,
                    () -> page ? engine.pageBack(agent, "", now) : engine.deviceBack(agent, "", now));
        } else if (dice < 99) {
            reconfigure(name);
        } else {
            Set<QueueId> chosen =
                    Set.of(queues.get(random.nextInt(queues.size())).id());
            reference.chooses(agent, chosen);
            apply(name + " chooses " + chosen + " " + agent, () -> engine.chooseQueues(agent, chosen, now));
        }
        apply(name + " tick", () -> engine.tick(now));
    }

    private WaitingTask task() {
        QueueId queue = queues.get(random.nextInt(queues.size())).id();
        int priority = random.nextInt(6) == 0 ? 1 : 0;
        String id = "t" + ++tasks;
        return new WaitingTask(new TaskId(id), new CallId("c" + tasks), queue, priority, now, Map.of());
    }

    private void withdraw(String name) {
        TaskId task = pick(reference.open());
        if (task != null) {
            reference.withdrawn(task);
            apply(name + " withdraw " + task, () -> engine.withdraw(task, "caller hung up", now));
        }
    }

    private void answerOrFail(String name) {
        TaskId task = pick(reference.offered());
        if (task == null) {
            return;
        }
        AgentId agent = engine.offeredTo(task).orElseThrow();
        if (random.nextInt(3) > 0) {
            apply(name + " answered " + task, () -> engine.offerAnswered(task, agent, now));
        } else {
            OfferFailure failure = OfferFailure.values()[random.nextInt(OfferFailure.values().length)];
            apply(name + " " + failure + " " + task, () -> engine.offerFailed(task, agent, failure, now));
        }
    }

    private void reconfigure(String name) {
        int number = random.nextInt(agentCount);
        List<Agent> before = List.copyOf(agents);
        boolean there = agents.removeIf(agent -> agent.id().value().equals("a" + number));
        if (!there || agents.isEmpty() || random.nextBoolean()) {
            agents.add(agent(number));
        }
        reference.agents(agents);
        apply(
                name + " configure from " + before.size() + " to " + agents.size(),
                () -> engine.configure(queues, agents, RESTS, now));
    }

    private TaskId pick(List<TaskId> from) {
        return from.isEmpty() ? null : from.get(random.nextInt(from.size()));
    }

    private void apply(String name, Supplier<List<Decision>> operation) {
        reference.agents(agents);
        List<Decision> decisions;
        if (random.nextInt(8) == 0) {
            String before = reference.dump();
            List<Decision> first = operation.get();
            assertThat(engine.rollbackLast()).isTrue();
            assertThat(reference.dump()).as(name + " rolled back").isEqualTo(before);
            decisions = operation.get();
            assertThat(decisions).as(name + " done again").isEqualTo(first);
        } else {
            decisions = operation.get();
        }
        reference.check(name, decisions, now);
    }

    int offers() {
        return reference.offers();
    }

    /** Lets all callers go and all phones hang up: nothing may be left. */
    void drain() {
        for (TaskId task : reference.open()) {
            reference.withdrawn(task);
            apply("drain " + task, () -> engine.withdraw(task, "", now));
        }
        for (Made call : made) {
            apply("drain " + call, () -> engine.released(call.agent(), call.call(), "", now));
        }
        for (Agent agent : List.copyOf(agents)) {
            apply("drain", () -> engine.released(agent.id(), null, "", now));
            apply("drain", () -> engine.signOut(agent.id(), "", now));
        }
        assertThat(engine.taskCount()).as("seed %d", seed).isZero();
        assertThat(engine.nextDeadline()).as("seed %d", seed).isEmpty();
        for (Queue queue : queues) {
            assertThat(engine.idle(queue.id())).isEmpty();
            assertThat(engine.waiting(queue.id())).isEmpty();
        }
    }
}
