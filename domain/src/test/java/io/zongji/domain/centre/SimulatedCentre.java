package io.zongji.domain.centre;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Queue;
import io.zongji.domain.config.QueueMembership;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.routing.Decision;
import io.zongji.domain.routing.OfferFailure;
import io.zongji.domain.routing.RestRules;
import io.zongji.domain.routing.RoutingEngine;
import io.zongji.domain.routing.WaitingTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The call centre: an ACD, calls and phones that tell each other things by messages. Each has its messages in order, and
 * chance says whose turn it is, as in the SLEE.
 */
final class SimulatedCentre {

    static final int AGENTS = 20;
    /** Phones that are nobody's. */
    static final int SPARE_PHONES = 4;

    private static final List<QueueId> QUEUES =
            List.of(new QueueId("sales"), new QueueId("support"), new QueueId("nobody"));

    private final Random random;
    private final Acd acd = new Acd();
    private final RoutingEngine engine = new RoutingEngine();
    private final Deque<Consumer<Acd>> toAcd = new ArrayDeque<>();
    private final Map<CallId, Deque<Runnable>> toCalls = new LinkedHashMap<>();
    private final Map<CallId, SimulatedCall> calls = new LinkedHashMap<>();
    private final List<SimulatedCall> justClosed = new ArrayList<>();
    private final Map<String, Line> phones = new HashMap<>();
    private final Set<Rung> rungSignedOut = new HashSet<>();
    private final Map<AgentId, AgentState> told = new HashMap<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private int begun;

    /** What a phone is busy with. */
    record Line(SimulatedCall call, LegId leg, boolean answered) {}

    private record Rung(AgentId agent, CallId call) {}

    SimulatedCentre(Random random) {
        this.random = random;
        List<Queue> queues = List.of(
                Queue.usual(QUEUES.get(0), "sales"),
                Queue.usual(QUEUES.get(1), "support").withLimits(5, Duration.ofSeconds(60), false),
                Queue.usual(QUEUES.get(2), "nobody").withLimits(0, Duration.ZERO, true));
        List<Agent> agents =
                IntStream.range(0, AGENTS).mapToObj(SimulatedCentre::agent).toList();
        engine.configure(queues, agents, RestRules.NONE, now);
    }

    private static Agent agent(int number) {
        AgentId id = new AgentId(Integer.toString(1001 + number));
        List<QueueMembership> queues = List.of(
                new QueueMembership(QUEUES.get(number % 2), 1), new QueueMembership(QUEUES.get(1 - number % 2), 2));
        return new Agent(id, id.value(), id.value(), extensionOf(id), queues, null, false);
    }

    static String extensionOf(AgentId agent) {
        return Integer.toString(Integer.parseInt(agent.value()) + 7000);
    }

    /** Whose phone it is; null when it is nobody's. */
    static AgentId agentAt(String extension) {
        int number = Integer.parseInt(extension) - 7000;
        return number <= 1000 + AGENTS ? new AgentId(Integer.toString(number)) : null;
    }

    Instant now() {
        return now;
    }

    RoutingEngine engine() {
        return engine;
    }

    List<SimulatedCall> calls() {
        return List.copyOf(calls.values());
    }

    Map<String, Line> phones() {
        return phones;
    }

    /** Whether the agent was rung without being signed in. */
    boolean rungSignedOut(AgentId agent, CallId call) {
        return rungSignedOut.contains(new Rung(agent, call));
    }

    /** The states that were told of the agents. */
    AgentState told(AgentId agent) {
        return told.getOrDefault(agent, AgentState.SIGNED_OUT);
    }

    // Commands

    void arrives() {
        CallId id = new CallId("c" + ++begun);
        toCalls.put(id, new ArrayDeque<>());
        calls.put(id, new SimulatedCall(this, id, QUEUES.get(random.nextInt(12) == 0 ? 2 : random.nextInt(2))));
    }

    void customerHangsUp(SimulatedCall call) {
        toCall(call, () -> call.gone(LegId.of(call.id(), 1), Cause.NORMAL));
    }

    void asks(SimulatedCall call, SimulatedCall.Ask ask) {
        toCall(call, () -> call.ask(ask));
    }

    void answers(String device) {
        Line line = phones.get(device);
        if (line != null && !line.answered()) {
            phones.put(device, new Line(line.call(), line.leg(), true));
            toCall(line.call(), () -> line.call().connected(line.leg()));
        }
    }

    /** Hangs up or, while it rings, refuses. */
    void hangsUp(String device, Cause cause) {
        Line line = phones.remove(device);
        if (line != null) {
            toCall(line.call(), () -> line.call().gone(line.leg(), line.answered() ? Cause.NORMAL : cause));
        }
    }

    void suspends(SimulatedCall call, LegId leg, boolean suspended) {
        toCall(call, () -> call.suspended(leg, suspended));
    }

    void ends(SimulatedCall call) {
        toCall(call, () -> call.end(Cause.NORMAL, "system"));
    }

    void asksAcd(Function<RoutingEngine, List<Decision>> question) {
        toAcd.add(each -> carryOut(question.apply(engine)));
    }

    void passes(Duration time) {
        now = now.plus(time);
        toAcd.add(each -> carryOut(engine.tick(now)));
    }

    // Messages

    void toAcd(Consumer<Acd> message) {
        toAcd.add(message);
    }

    private void toCall(SimulatedCall call, Runnable message) {
        toCalls.get(call.id()).add(message);
    }

    /** One message of somebody's reaches whom it is for; false when there is none. */
    boolean deliverOne() {
        List<Deque<Runnable>> waiting =
                toCalls.values().stream().filter(each -> !each.isEmpty()).toList();
        int choices = waiting.size() + (toAcd.isEmpty() ? 0 : 1);
        if (choices == 0) {
            return false;
        }
        int choice = random.nextInt(choices);
        if (choice < waiting.size()) {
            waiting.get(choice).poll().run();
        } else {
            toAcd.poll().accept(acd);
        }
        return true;
    }

    /** The calls that were closed since this was asked last. */
    List<SimulatedCall> takeClosed() {
        List<SimulatedCall> taken = List.copyOf(justClosed);
        taken.forEach(call -> {
            calls.remove(call.id());
            toCalls.remove(call.id());
        });
        justClosed.clear();
        return taken;
    }

    void closed(SimulatedCall call) {
        justClosed.add(call);
    }

    // Phones

    void ring(SimulatedCall call, LegId leg, String device) {
        if (phones.putIfAbsent(device, new Line(call, leg, false)) != null) {
            toCall(call, () -> call.gone(leg, Cause.BUSY));
        }
    }

    void release(SimulatedCall call, LegId leg, String device) {
        Line line = phones.get(device);
        if (line != null && line.leg().equals(leg)) {
            phones.remove(device);
        }
        toCall(call, () -> call.gone(leg, Cause.NORMAL));
    }

    private void carryOut(List<Decision> decisions) {
        List<Runnable> afterwards = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Offer offer) {
                whenThere(
                        offer.call(),
                        call -> call.offered(offer.task(), offer.agent()),
                        () -> afterwards.add(() -> acd.withdraw(offer.task())));
            } else if (decision instanceof Decision.WithdrawOffer stop) {
                whenThere(stop.call(), call -> call.withdrawn(stop.agent(), stop.cause()), () -> {});
            } else if (decision instanceof Decision.Queued queued) {
                whenThere(queued.call(), call -> call.queued(queued.task()), () -> {});
            } else if (decision instanceof Decision.Connect connect) {
                whenThere(
                        connect.call(),
                        call -> call.accepted(connect.agent()),
                        () -> afterwards.add(() -> acd.released(connect.agent(), connect.call())));
            } else if (decision instanceof Decision.Reject reject) {
                whenThere(
                        reject.call(),
                        call -> call.rejected(reject.task(), reject.why().cause()),
                        () -> {});
            } else if (decision instanceof Decision.AgentStateChanged changed) {
                told.put(changed.agent(), changed.to());
            }
        }
        afterwards.forEach(Runnable::run);
    }

    private void whenThere(CallId id, Consumer<SimulatedCall> message, Runnable otherwise) {
        SimulatedCall call = calls.get(id);
        if (call == null || call.isClosed()) {
            otherwise.run();
        } else {
            toCall(call, () -> message.accept(call));
        }
    }

    /** What calls ask of the ACD. */
    final class Acd {
        void submit(TaskId task, CallId call, QueueId queue) {
            carryOut(engine.submit(new WaitingTask(task, call, queue, 0, now, Map.of()), now));
        }

        void withdraw(TaskId task) {
            carryOut(engine.withdraw(task, "the caller left", now));
        }

        void answered(TaskId task, AgentId agent) {
            carryOut(engine.offerAnswered(task, agent, now));
        }

        void failed(TaskId task, AgentId agent, OfferFailure failure) {
            carryOut(engine.offerFailed(task, agent, failure, now));
        }

        void released(AgentId agent, CallId call) {
            carryOut(engine.released(agent, call, "call ended", now));
        }

        void engage(AgentId agent, SimulatedCall call, SimulatedCall.Ask ask) {
            boolean signedIn = engine.status(agent).orElseThrow().state() != AgentState.SIGNED_OUT;
            List<Decision> decisions = engine.engage(agent, call.id(), false, "asked by a call", now);
            carryOut(decisions);
            boolean granted = decisions.stream().noneMatch(Decision.ActionRefused.class::isInstance);
            if (!signedIn && granted) {
                rungSignedOut.add(new Rung(agent, call.id()));
            }
            whenThere(call.id(), there -> there.decided(ask, agent, granted), () -> {
                ask.reply().done(Refusal.NO_SUCH_CALL);
                released(agent, call.id());
            });
        }
    }
}
