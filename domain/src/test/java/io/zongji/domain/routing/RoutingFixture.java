package io.zongji.domain.routing;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.AgentRights;
import io.zongji.domain.config.Queue;
import io.zongji.domain.config.QueueMembership;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An engine with a clock and short words for what tests do. */
final class RoutingFixture {
    static final QueueId SALES = new QueueId("sales");
    static final QueueId SUPPORT = new QueueId("support");
    static final Instant START = Instant.parse("2026-01-05T01:00:00Z");

    final RoutingEngine engine = new RoutingEngine();
    final List<Queue> queues = new ArrayList<>();
    final List<Agent> agents = new ArrayList<>();
    RestRules rests = RestRules.NONE;
    Instant now = START;

    RoutingFixture() {
        queues.add(Queue.usual(SALES, "Sales"));
        queues.add(Queue.usual(SUPPORT, "Support"));
    }

    RoutingFixture queue(Queue queue) {
        queues.removeIf(old -> old.id().equals(queue.id()));
        queues.add(queue);
        return this;
    }

    RoutingFixture agent(String id, QueueMembership... memberships) {
        return agent(id, false, memberships);
    }

    RoutingFixture agent(String id, boolean autoSignIn, QueueMembership... memberships) {
        agents.add(new Agent(new AgentId(id), id, id, id, Arrays.asList(memberships), null, autoSignIn));
        return this;
    }

    /** Gives an agent that is there other rights. */
    List<Decision> allow(String id, AgentRights rights) {
        agents.replaceAll(old -> !old.id().value().equals(id)
                ? old
                : new Agent(
                        old.id(),
                        old.jobNumber(),
                        old.name(),
                        old.extension(),
                        old.queues(),
                        old.wrapUp(),
                        old.autoSignIn(),
                        old.autoAnswer(),
                        rights));
        return configure();
    }

    List<Decision> configure() {
        return engine.configure(queues, agents, rests, now);
    }

    RoutingFixture signedIn() {
        configure();
        for (Agent agent : agents) {
            engine.signIn(agent.id(), AgentState.IDLE, "test", now);
            pass(1);
        }
        return this;
    }

    void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    List<Decision> tickAfter(Duration time) {
        now = now.plus(time);
        return engine.tick(now);
    }

    List<Decision> submit(String task) {
        return submit(task, SALES, 0);
    }

    List<Decision> submit(String task, QueueId queue, int priority) {
        return engine.submit(
                new WaitingTask(new TaskId(task), new CallId("call-" + task), queue, priority, now, Map.of()), now);
    }

    List<Decision> answer(String task, String agent) {
        return engine.offerAnswered(new TaskId(task), new AgentId(agent), now);
    }

    List<Decision> fail(String task, String agent, OfferFailure failure) {
        return engine.offerFailed(new TaskId(task), new AgentId(agent), failure, now);
    }

    List<Decision> release(String agent) {
        return engine.released(new AgentId(agent), null, "call ended", now);
    }

    AgentState state(String agent) {
        return engine.status(new AgentId(agent)).orElseThrow().state();
    }

    /** The offers among the decisions, as {@code task>agent}. */
    static List<String> offers(List<Decision> decisions) {
        return decisions.stream()
                .filter(Decision.Offer.class::isInstance)
                .map(Decision.Offer.class::cast)
                .map(offer -> offer.task() + ">" + offer.agent())
                .toList();
    }

    static <D extends Decision> D only(Class<D> type, List<Decision> decisions) {
        List<D> found =
                decisions.stream().filter(type::isInstance).map(type::cast).toList();
        if (found.size() != 1) {
            throw new AssertionError("one " + type.getSimpleName() + " expected in " + decisions);
        }
        return found.get(0);
    }

    static QueueMembership in(QueueId queue) {
        return new QueueMembership(queue, 1);
    }

    static QueueMembership in(QueueId queue, int priority) {
        return new QueueMembership(queue, priority);
    }
}
