package io.zongji.domain.centre;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.AgentStatus;
import io.zongji.domain.call.CallRecord;
import io.zongji.domain.call.Cause;
import io.zongji.domain.call.ConnectionState;
import io.zongji.domain.call.LegDurations;
import io.zongji.domain.call.LegRecord;
import io.zongji.domain.conversation.Party;
import io.zongji.domain.conversation.PartyState;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.conversation.SupervisorMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Twenty agents, thirty calls, and a hundred thousand commands and faults in any order, told to everybody at any time:
 * whenever all have heard everything, what is so is what the model says.
 */
class CentreModelTest {

    private static final int COMMANDS = Integer.getInteger("zongji.test.model.commands", 100_000);
    private static final long SEED = Long.getLong("zongji.test.model.seed", 5);
    private static final int CALLS = 30;
    private static final List<AgentAction> BUTTONS =
            List.of(AgentAction.READY, AgentAction.READY, AgentAction.BUSY, AgentAction.REST, AgentAction.WRAP_UP);
    private static final List<Cause> REFUSALS = List.of(Cause.BUSY, Cause.DECLINED, Cause.UNREACHABLE);

    private final Random random = new Random(SEED);
    private final SimulatedCentre centre = new SimulatedCentre(random);
    private final List<Reply> replies = new ArrayList<>();
    private final Map<Service, Integer> granted = new EnumMap<>(Service.class);
    private int closed;
    private int answered;

    @Test
    void whateverHappensAllIsAsTheModelSays() {
        for (int i = 0; i < COMMANDS; i++) {
            command();
            for (int messages = random.nextInt(4); messages > 0; messages--) {
                centre.deliverOne();
            }
            if (random.nextInt(10) == 0) {
                settle();
            }
        }
        centre.calls().forEach(centre::customerHangsUp);
        settle();
        assertThat(centre.calls()).isEmpty();
        assertThat(centre.engine().taskCount()).isZero();
        assertThat(closed).isGreaterThan(COMMANDS / 100);
        assertThat(answered).isGreaterThan(closed / 10);
        assertThat(granted.keySet())
                .containsAll(EnumSet.of(
                        Service.HOLD,
                        Service.RETRIEVE,
                        Service.CONSULT,
                        Service.ALTERNATE,
                        Service.RECONNECT,
                        Service.CONFERENCE,
                        Service.TRANSFER,
                        Service.SINGLE_STEP_TRANSFER,
                        Service.JOIN));
    }

    // Commands and faults

    private void command() {
        List<SimulatedCall> calls = centre.calls();
        int kind = random.nextInt(20);
        if (calls.size() < CALLS && (kind < 2 || calls.isEmpty())) {
            centre.arrives();
            return;
        }
        SimulatedCall call = calls.isEmpty() ? null : calls.get(random.nextInt(calls.size()));
        switch (kind) {
            case 2 -> hangsUp(call);
            case 3, 4, 5, 6 -> centre.answers(anyPhone());
            case 7 -> centre.hangsUp(anyPhone(), REFUSALS.get(random.nextInt(REFUSALS.size())));
            case 8, 9 -> agentActs();
            case 10 -> centre.passes(Duration.ofMillis(random.nextInt(5_000)));
            case 11 -> suspends(call);
            default -> asks(call);
        }
    }

    private void hangsUp(SimulatedCall call) {
        if (random.nextInt(10) == 0) {
            centre.ends(call);
        } else if (random.nextInt(3) == 0) {
            centre.customerHangsUp(call);
        }
    }

    private void suspends(SimulatedCall call) {
        if (call != null && call.talk() != null) {
            List<Party> parties = call.talk().parties();
            Party party = parties.get(random.nextInt(parties.size()));
            centre.suspends(call, party.leg(), random.nextBoolean());
        }
    }

    private void agentActs() {
        AgentId agent = new AgentId(Integer.toString(1001 + random.nextInt(SimulatedCentre.AGENTS)));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> centre.asksAcd(engine -> engine.signIn(agent, AgentState.IDLE, "", centre.now()));
            case 3 -> {
                if (random.nextInt(4) == 0) {
                    centre.asksAcd(engine -> engine.signOut(agent, "", centre.now()));
                }
            }
            case 4 -> {
                if (random.nextInt(3) == 0) {
                    centre.asksAcd(engine -> engine.deviceLost(agent, "gone", centre.now()));
                }
            }
            case 5 -> centre.asksAcd(engine -> engine.deviceBack(agent, "back", centre.now()));
            case 6 -> centre.asksAcd(engine -> engine.wrapUpDone(agent, centre.now()));
            default -> {
                AgentAction button = BUTTONS.get(random.nextInt(BUTTONS.size()));
                centre.asksAcd(engine -> engine.action(agent, button, null, "", centre.now()));
            }
        }
    }

    /** The agent whose call it is asks, mostly; sometimes somebody who must be refused. */
    private void asks(SimulatedCall call) {
        if (call == null) {
            return;
        }
        Service[] services = Service.values();
        Service service = services[random.nextInt(services.length)];
        boolean owner = call.talk() != null && call.talk().agent().isPresent() && random.nextInt(10) > 0;
        String device = owner ? call.talk().agent().orElseThrow().device() : anyPhone();
        SupervisorMode mode = SupervisorMode.values()[random.nextInt(3)];
        if (!SimulatedCall.knows(service)) {
            return;
        }
        String target = service == Service.JOIN ? supervisorOf(call) : anyPhone();
        Reply reply = new Reply(service + " of " + call.id() + " by " + device);
        replies.add(reply);
        centre.asks(
                call, new SimulatedCall.Ask(service, service == Service.JOIN ? target : device, target, mode, reply));
        counted.put(reply, service);
    }

    private final Map<Reply, Service> counted = new HashMap<>();

    /** One who is there already, or anybody. */
    private String supervisorOf(SimulatedCall call) {
        if (call.talk() != null && random.nextBoolean()) {
            return call.talk().parties().stream()
                    .filter(party -> party.mode() != null)
                    .map(Party::device)
                    .findFirst()
                    .orElseGet(this::anyPhone);
        }
        return anyPhone();
    }

    private String anyPhone() {
        return Integer.toString(8001 + random.nextInt(SimulatedCentre.AGENTS + SimulatedCentre.SPARE_PHONES));
    }

    // What must be so

    private void settle() {
        while (centre.deliverOne()) {
            // Until everybody has heard everything.
        }
        for (Reply reply : replies) {
            assertThat(reply.answers()).as("answers to %s", reply).isEqualTo(1);
            if (reply.granted()) {
                granted.merge(counted.get(reply), 1, Integer::sum);
            }
        }
        replies.clear();
        counted.clear();
        centre.takeClosed().forEach(this::checkClosed);
        int waiting = 0;
        Set<String> devices = new HashSet<>();
        for (SimulatedCall call : centre.calls()) {
            switch (call.phase()) {
                case WAITING, OFFERED -> waiting++;
                case TALKING -> checkTalk(call, devices);
                default ->
                    assertThat(call.phase())
                            .as("%s has been told everything", call.id())
                            .isNull();
            }
        }
        assertThat(centre.engine().taskCount()).as("tasks of the ACD").isEqualTo(waiting);
        for (int i = 0; i < SimulatedCentre.AGENTS; i++) {
            checkAgent(new AgentId(Integer.toString(1001 + i)));
        }
    }

    private void checkClosed(SimulatedCall call) {
        CallRecord record = call.projection().record();
        assertThat(record.finished()).isTrue();
        assertThat(record.outcome()).isNotNull();
        closed++;
        answered += record.answered() == null ? 0 : 1;
        for (LegRecord leg : record.legs()) {
            assertThat(leg.ended()).isNotNull();
            if (!leg.role().equals("caller") && leg.answered() != null) {
                LegDurations times = leg.durations();
                assertThat(times.talk().plus(times.consult()).plus(times.hold()).plus(times.supervision()))
                        .isLessThanOrEqualTo(Duration.between(leg.answered(), leg.ended()));
                assertThat(times.ring()
                                .plus(times.talk())
                                .plus(times.consult())
                                .plus(times.hold())
                                .plus(times.supervision()))
                        .isEqualTo(Duration.between(leg.started(), leg.ended()));
            }
        }
    }

    private void checkTalk(SimulatedCall call, Set<String> devices) {
        List<Party> parties = call.talk().parties();
        assertThat(call.talk().hearing().voices())
                .as("%s, %s: %s", call.id(), call.room().mode(), parties)
                .isEqualTo(call.room().voices(parties));
        Map<Object, ConnectionState> journal = new HashMap<>();
        call.projection().record().legs().forEach(leg -> journal.put(leg.leg(), leg.state()));
        for (Party party : parties) {
            if (!party.device().isEmpty()) {
                assertThat(devices.add(party.device()))
                        .as("%s is in one call", party.device())
                        .isTrue();
                assertThat(centre.phones().get(party.device()).call()).isSameAs(call);
            }
            if (party.state() == PartyState.ALERTING) {
                assertThat(journal.get(party.leg())).isEqualTo(ConnectionState.ALERTING);
            } else {
                assertThat(journal.get(party.leg()))
                        .as("%s in the journal of %s", party, call.id())
                        .isEqualTo(party.held() ? ConnectionState.HOLD : ConnectionState.CONNECTED);
            }
            if (party.agent() == null) {
                continue;
            }
            AgentStatus status = centre.engine().status(party.agent()).orElseThrow();
            if (centre.rungSignedOut(party.agent(), call.id())) {
                assertThat(status.state())
                        .as("agent %s is in %s", party.agent(), call.id())
                        .isNotIn(AgentState.IDLE, AgentState.OFFERED);
            } else {
                assertThat(status.state()).as("agent %s", party.agent()).isEqualTo(AgentState.TALKING);
                assertThat(status.call()).isEqualTo(call.id());
            }
        }
    }

    private void checkAgent(AgentId agent) {
        AgentStatus status = centre.engine().status(agent).orElseThrow();
        assertThat(centre.told(agent)).as("what is told of %s", agent).isEqualTo(status.state());
        CallId call = status.call();
        if (status.state() == AgentState.TALKING) {
            assertThat(centre.calls())
                    .as("agent %s talks in %s", agent, call)
                    .anyMatch(one -> one.id().equals(call)
                            && one.phase() == SimulatedCall.Phase.TALKING
                            && one.talk().parties().stream().anyMatch(party -> agent.equals(party.agent())));
        } else if (status.state() == AgentState.OFFERED) {
            assertThat(centre.calls())
                    .as("agent %s is offered %s", agent, call)
                    .anyMatch(one -> one.id().equals(call)
                            && one.phase() == SimulatedCall.Phase.OFFERED
                            && agent.equals(one.agent()));
        }
    }
}
