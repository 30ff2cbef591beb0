package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.conversation.SupervisorMode;
import io.zongji.domain.live.LiveCall;
import io.zongji.domain.live.LiveSnapshot;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.CallState;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everybody asks for everything at any time and hangs up in between: afterwards nothing and nobody is left over. */
class ConversationStormTest extends CallCentreTest {

    private static final int AGENTS = 8;
    private static final int CALLS = 4;
    private static final int STEPS = Integer.getInteger("zongji.test.storm.steps", 300);
    private static final long SEED = Long.getLong("zongji.test.storm.seed", 7);
    private static final Duration BETWEEN = Duration.ofMillis(40);

    private final Random random = new Random(SEED);
    private final List<OutgoingCall> customers = new ArrayList<>();
    private int begun;
    private int done;

    @Test
    void nothingIsLeftOver() {
        List<SimulatedPhone> phones = new ArrayList<>();
        for (int i = 1; i <= AGENTS; i++) {
            AnswerPlan plan = i % 4 == 0 ? AnswerPlan.reject(486) : AnswerPlan.after(Duration.ofMillis(60L * i));
            phones.add(centre.phoneOf(1000 + i).onCall(plan));
            centre.signIn(1000 + i);
        }
        for (int i = 0; i < STEPS; i++) {
            keepCallsUp();
            step(phones);
            centre.pause(BETWEEN);
            if (i % 100 == 99) {
                agentsAndCallsAgree();
            }
        }
        assertThat(done).as("services given").isGreaterThan(STEPS / 10);
        customers.forEach(OutgoingCall::hangUp);
        centre.awaitRecords(begun);
        centre.awaitNothingLeft();
        for (int i = 1; i <= AGENTS; i++) {
            int agent = 1000 + i;
            await("agent " + agent + " is free again, " + SEED).atMost(SOON).until(() -> {
                AgentState state = centre.stateOf(agent);
                return state == AgentState.IDLE || state == AgentState.BUSY;
            });
        }
        assertThat(centre.rows("select id from call_record where ended_at is null"))
                .isEmpty();
        centre.assertAllFits();
    }

    /** Each who talks is in a call that is up, and each who is in one talks. Between two steps, so it may take a moment. */
    private void agentsAndCallsAgree() {
        await("agents and calls agree, " + SEED).atMost(SOON).until(() -> {
            LiveSnapshot now = centre.centre().liveBoard().snapshot();
            Set<List<Object>> talking = now.agents().stream()
                    .filter(agent -> agent.state() == AgentState.TALKING)
                    .map(agent -> List.<Object>of(agent.agent(), agent.call()))
                    .collect(Collectors.toSet());
            List<List<Object>> inCalls = now.calls().stream()
                    .flatMap(call -> call.legs().stream()
                            .filter(leg -> leg.agent() != null && leg.answered() != null && leg.ended() == null)
                            .map(leg -> List.<Object>of(leg.agent(), call.call())))
                    .toList();
            return talking.containsAll(inCalls) && Set.copyOf(inCalls).size() == inCalls.size();
        });
    }

    private void keepCallsUp() {
        customers.removeIf(call -> call.state() == CallState.ENDED);
        if (customers.size() < CALLS) {
            begun++;
            customers.add(centre.caller().call("support"));
        }
    }

    private void step(List<SimulatedPhone> phones) {
        List<LiveCall> calls = centre.centre().liveBoard().snapshot().calls();
        if (random.nextInt(6) == 0) {
            hangUpSomebody(phones);
        } else if (!calls.isEmpty()) {
            ask(calls.get(random.nextInt(calls.size())));
        }
        for (int i = 1; i <= AGENTS; i++) {
            if (centre.stateOf(1000 + i) == AgentState.BUSY) {
                centre.ask(1000 + i, AgentRequest.Action.READY);
            }
        }
    }

    private void hangUpSomebody(List<SimulatedPhone> phones) {
        if (random.nextInt(4) == 0 && !customers.isEmpty()) {
            customers.get(random.nextInt(customers.size())).hangUp();
        } else {
            phones.get(random.nextInt(phones.size())).calls().forEach(call -> call.hangUp());
        }
    }

    /** The agent whose call it is asks, mostly; sometimes somebody who must be refused. */
    private void ask(LiveCall live) {
        CallId call = live.call();
        String device = live.agent() == null || random.nextInt(10) == 0
                ? extension()
                : Integer.toString(Integer.parseInt(live.agent().value()) + 7000);
        Service service = Service.values()[random.nextInt(Service.values().length)];
        if (service == Service.JOIN) {
            SupervisorMode mode = SupervisorMode.values()[random.nextInt(3)];
            count(centre.centre().calls().join(call, extension(), mode, "Zhang"));
            return;
        }
        if (service == Service.MAKE_CALL || service == Service.MOVE) {
            return; // nothing that is asked of a call by itself
        }
        String target = service == Service.SEND_DIGITS ? "12#" : random.nextInt(8) == 0 ? "queue:support" : extension();
        count(centre.centre().calls().ask(call, service, device, target));
    }

    private void count(CompletableFuture<Optional<Refusal>> outcome) {
        Optional<Refusal> refusal = outcome.join();
        assertThat(refusal).as("an answer, " + SEED).isNotEqualTo(Optional.of(Refusal.UNAVAILABLE));
        done += refusal.isEmpty() ? 1 : 0;
    }

    private String extension() {
        return Integer.toString(8001 + random.nextInt(AGENTS));
    }
}
