package io.zongji.domain.centre;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import io.zongji.domain.call.CallModel;
import io.zongji.domain.call.CallProjection;
import io.zongji.domain.call.Cause;
import io.zongji.domain.conversation.Conversation;
import io.zongji.domain.conversation.Party;
import io.zongji.domain.conversation.PartyRole;
import io.zongji.domain.conversation.PartyState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.conversation.Step;
import io.zongji.domain.conversation.SupervisorMode;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.routing.OfferFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One call as its service leads it: waits, is offered, talks, ends. Everything reaches it as a message, in any order. */
final class SimulatedCall {

    enum Phase {
        WAITING,
        OFFERED,
        CONFIRMING,
        TALKING,
        ENDED
    }

    /** What somebody asks of the call. */
    record Ask(Service service, String device, String target, SupervisorMode mode, Reply reply) {}

    private final SimulatedCentre centre;
    private final CallId id;
    private final QueueId queue;
    private final LegId customer;
    private final CallProjection projection;
    private final Map<LegId, String> devices = new HashMap<>();
    private final Room room = new Room();
    private CallModel model = CallModel.empty();
    private int sequence;
    private int legs = 1;
    private int tasks;
    private TaskId task;
    private Phase phase;
    private AgentId agent;
    private LegId agentLeg;
    private Conversation talk;

    SimulatedCall(SimulatedCentre centre, CallId id, QueueId queue) {
        this.centre = centre;
        this.id = id;
        this.queue = queue;
        this.customer = LegId.of(id, 1);
        this.projection = new CallProjection(id);
        devices.put(customer, "");
        write(CallEventType.SERVICE_INITIATED, customer, CallEventData.ROLE, CallEventData.ROLE_CALLER);
        write(CallEventType.ESTABLISHED, customer);
        submit();
    }

    private void submit() {
        phase = Phase.WAITING;
        task = new TaskId(id.value() + "-q" + ++tasks);
        centre.toAcd(acd -> acd.submit(task, id, queue));
    }

    // What the ACD tells

    void queued(TaskId which) {
        if (phase == Phase.WAITING && which.equals(task)) {
            write(CallEventType.QUEUED, customer, CallEventData.QUEUE, queue.value());
        }
    }

    void offered(TaskId which, AgentId to) {
        if (phase != Phase.WAITING || !which.equals(task)) {
            centre.toAcd(acd -> acd.withdraw(which));
            return;
        }
        phase = Phase.OFFERED;
        agent = to;
        write(CallEventType.OFFERED, null, CallEventData.AGENT, to.value());
        agentLeg = LegId.of(id, ++legs);
        write(
                CallEventType.SERVICE_INITIATED,
                agentLeg,
                CallEventData.ROLE,
                CallEventData.ROLE_AGENT,
                CallEventData.AGENT,
                to.value());
        ring(agentLeg, SimulatedCentre.extensionOf(to));
    }

    void withdrawn(AgentId from, Cause cause) {
        if ((phase == Phase.OFFERED || phase == Phase.CONFIRMING) && from.equals(agent)) {
            LegId leg = agentLeg;
            refused(cause);
            release(leg);
        }
    }

    void accepted(AgentId by) {
        if (phase != Phase.CONFIRMING || !by.equals(agent) || !devices.containsKey(agentLeg)) {
            return;
        }
        phase = Phase.TALKING;
        talk = Conversation.between(
                new Party(customer, PartyRole.CUSTOMER, PartyState.CONNECTED, "", null, false, null),
                new Party(
                        agentLeg,
                        PartyRole.AGENT,
                        PartyState.CONNECTED,
                        SimulatedCentre.extensionOf(agent),
                        agent,
                        false,
                        null));
    }

    void rejected(TaskId which, Cause cause) {
        if (phase == Phase.WAITING && which.equals(task)) {
            write(CallEventType.DIVERTED, customer, CallEventData.CAUSE, cause.code());
            end(cause, CallEventData.SYSTEM);
        }
    }

    void decided(Ask ask, AgentId engaged, boolean granted) {
        if (!granted) {
            ask.reply().done(Refusal.DEVICE_BUSY);
        } else if (phase == Phase.TALKING) {
            ringFor(ask, engaged);
        } else {
            ask.reply().done(Refusal.NOT_TALKING);
            giveBack(engaged);
        }
    }

    // What phones tell

    void connected(LegId leg) {
        if (!devices.containsKey(leg)) {
            return;
        } else if (phase == Phase.OFFERED && leg.equals(agentLeg)) {
            write(CallEventType.ESTABLISHED, leg);
            phase = Phase.CONFIRMING;
            TaskId answered = task;
            AgentId by = agent;
            centre.toAcd(acd -> acd.answered(answered, by));
        } else if (phase == Phase.TALKING && talk.party(leg).isPresent()) {
            write(CallEventType.ESTABLISHED, leg);
            boolean takesOver = leg.equals(agentLeg);
            goOn(talk.connected(leg));
            if (takesOver) {
                room.answered();
            }
        }
    }

    void gone(LegId leg, Cause cause) {
        if (devices.remove(leg) == null) {
            return;
        }
        write(CallEventType.CONNECTION_CLEARED, leg, CallEventData.CAUSE, cause.code());
        if (leg.equals(customer)) {
            end(cause, CallEventData.ROLE_CALLER);
        } else if (phase == Phase.TALKING) {
            talk.party(leg).ifPresent(party -> partyLeft(party, cause));
        } else if (leg.equals(agentLeg) && phase == Phase.OFFERED) {
            TaskId failed = task;
            AgentId who = agent;
            refused(cause);
            centre.toAcd(acd -> acd.failed(failed, who, OfferFailure.of(cause)));
        } else if (leg.equals(agentLeg) && phase == Phase.CONFIRMING) {
            TaskId old = task;
            giveBack(agent);
            centre.toAcd(acd -> acd.withdraw(old));
            refused(cause);
            submit();
        }
        closeWhenEmpty();
    }

    void suspended(LegId leg, boolean suspended) {
        if (phase == Phase.TALKING && talk.party(leg).isPresent()) {
            PartyState state = talk.party(leg).get().state();
            if (suspended && state == PartyState.CONNECTED) {
                write(CallEventType.SUSPENDED, leg);
                goOn(talk.suspended(leg));
            } else if (!suspended && state == PartyState.SUSPENDED) {
                write(CallEventType.RESUMED, leg);
                goOn(talk.connected(leg));
            }
        }
    }

    private void partyLeft(Party party, Cause cause) {
        Conversation next = talk.left(party.leg());
        if (next.isOver()) {
            end(cause, CallEventData.ROLE_AGENT);
        } else {
            room.left(party.leg());
            goOn(next);
        }
    }

    // What people ask

    void ask(Ask ask) {
        if (phase != Phase.TALKING) {
            ask.reply().done(Refusal.NOT_TALKING);
            return;
        }
        Optional<Party> party = talk.parties().stream()
                .filter(each -> each.device().equals(ask.device()))
                .findFirst();
        if (ask.service() == Service.JOIN && party.isPresent()) {
            Step step = talk.changeMode(party.get().leg(), ask.mode());
            take(
                    step,
                    ask,
                    () -> write(
                            CallEventType.MODE_CHANGED,
                            party.get().leg(),
                            CallEventData.MODE,
                            ask.mode().name()));
        } else if (ask.service() != Service.JOIN
                && (party.isEmpty() || party.get().role() != PartyRole.AGENT)) {
            ask.reply().done(Refusal.NOT_IN_CALL);
        } else if (rings(ask.service())) {
            Refusal refusal = afterRinging(ask, null).refusal();
            AgentId engaged = SimulatedCentre.agentAt(ask.target());
            if (refusal != null) {
                ask.reply().done(refusal);
            } else if (engaged == null) {
                ringFor(ask, null);
            } else {
                centre.toAcd(acd -> acd.engage(engaged, this, ask));
            }
        } else {
            serve(ask, party.get());
        }
    }

    /** Services that change who talks with whom; the others are of the recording. */
    static boolean knows(Service service) {
        return switch (service) {
            case HOLD, RETRIEVE, ALTERNATE, RECONNECT, CONFERENCE, TRANSFER, CLEAR_CONNECTION -> true;
            default -> rings(service);
        };
    }

    private static boolean rings(Service service) {
        return service == Service.JOIN || service == Service.CONSULT || service == Service.SINGLE_STEP_TRANSFER;
    }

    private void serve(Ask ask, Party asking) {
        LegId consulted = talk.consulted();
        switch (ask.service()) {
            case HOLD -> take(talk.hold(), ask, room::hold);
            case RETRIEVE -> take(talk.retrieve(), ask, room::together);
            case ALTERNATE -> take(talk.alternate(), ask, room::alternate);
            case RECONNECT -> take(talk.reconnect(), ask, room::together);
            case CONFERENCE ->
                take(talk.conference(), ask, () -> {
                    write(CallEventType.CONFERENCED, consulted);
                    room.together();
                });
            case TRANSFER -> take(talk.transfer(), ask, () -> {});
            default -> {
                release(asking.leg());
                ask.reply().done(null);
            }
        }
    }

    private void take(Step step, Ask ask, Runnable whenDone) {
        if (step.refusal() == null) {
            whenDone.run();
            goOn(step.after());
        }
        ask.reply().done(step.refusal());
    }

    private Step afterRinging(Ask ask, AgentId engaged) {
        boolean supervisor = ask.service() == Service.JOIN;
        Party newcomer = new Party(
                LegId.of(id, legs + 1),
                supervisor ? PartyRole.SUPERVISOR : PartyRole.COLLEAGUE,
                PartyState.ALERTING,
                ask.target(),
                engaged,
                false,
                supervisor ? ask.mode() : null);
        return switch (ask.service()) {
            case CONSULT -> talk.consult(newcomer);
            case SINGLE_STEP_TRANSFER -> talk.singleStepTransfer(newcomer);
            default -> talk.join(newcomer);
        };
    }

    private void ringFor(Ask ask, AgentId engaged) {
        Step step = afterRinging(ask, engaged);
        boolean stillAsks = ask.service() == Service.JOIN
                || talk.agent()
                        .filter(party -> party.device().equals(ask.device()))
                        .isPresent();
        Refusal refusal = step.refusal() != null ? step.refusal() : stillAsks ? null : Refusal.NOT_IN_CALL;
        if (refusal != null) {
            giveBack(engaged);
            ask.reply().done(refusal);
            return;
        }
        LegId leg = LegId.of(id, ++legs);
        boolean supervisor = ask.service() == Service.JOIN;
        Map<String, String> data = new HashMap<>();
        data.put(CallEventData.ROLE, supervisor ? CallEventData.ROLE_SUPERVISOR : CallEventData.ROLE_COLLEAGUE);
        if (engaged != null) {
            data.put(CallEventData.AGENT, engaged.value());
        }
        if (supervisor) {
            data.put(CallEventData.MODE, ask.mode().name());
        } else if (ask.service() == Service.CONSULT) {
            room.consult(leg);
        }
        write(CallEventType.SERVICE_INITIATED, leg, data);
        ring(leg, ask.target());
        goOn(step.after());
        ask.reply().done(null);
    }

    // What follows

    private void goOn(Conversation next) {
        Conversation before = talk;
        talk = next;
        for (Party party : before.parties()) {
            next.party(party.leg())
                    .ifPresentOrElse(
                            now -> {
                                boolean there =
                                        party.state() != PartyState.ALERTING && now.state() != PartyState.ALERTING;
                                if (party.held() != now.held() && there) {
                                    write(now.held() ? CallEventType.HELD : CallEventType.RETRIEVED, now.leg());
                                }
                            },
                            () -> {
                                release(party.leg());
                                giveBack(party.agent());
                            });
        }
        next.agent().filter(heir -> !heir.leg().equals(agentLeg)).ifPresent(heir -> {
            agentLeg = heir.leg();
            agent = heir.agent();
            write(
                    CallEventType.TRANSFERRED,
                    heir.leg(),
                    agent == null ? Map.of() : Map.of(CallEventData.AGENT, agent.value()));
            room.handedOver(heir.state() == PartyState.ALERTING);
        });
    }

    private void giveBack(AgentId which) {
        if (which != null) {
            centre.toAcd(acd -> acd.released(which, id));
        }
    }

    private void refused(Cause cause) {
        write(CallEventType.OFFER_REFUSED, null, CallEventData.AGENT, agent.value(), CallEventData.CAUSE, cause.code());
        agent = null;
        agentLeg = null;
        phase = Phase.WAITING;
    }

    void end(Cause cause, String by) {
        if (phase == Phase.ENDED) {
            return;
        }
        Phase was = phase;
        phase = Phase.ENDED;
        TaskId last = task;
        if (was == Phase.TALKING) {
            talk.parties().forEach(party -> giveBack(party.agent()));
        } else {
            if (was == Phase.CONFIRMING) {
                giveBack(agent);
            }
            centre.toAcd(acd -> acd.withdraw(last));
        }
        endCause = cause;
        endBy = by;
        Map.copyOf(devices).keySet().forEach(this::release);
        closeWhenEmpty();
    }

    private Cause endCause;
    private String endBy;
    private boolean closed;

    private void closeWhenEmpty() {
        if (phase == Phase.ENDED && devices.isEmpty() && !closed) {
            closed = true;
            write(
                    CallEventType.CALL_CLEARED,
                    null,
                    CallEventData.CAUSE,
                    endCause.code(),
                    CallEventData.RELEASED_BY,
                    endBy);
            centre.closed(this);
        }
    }

    private void ring(LegId leg, String device) {
        devices.put(leg, device);
        write(CallEventType.DELIVERED, leg);
        centre.ring(this, leg, device);
    }

    private void release(LegId leg) {
        String device = devices.get(leg);
        if (device != null) {
            centre.release(this, leg, device);
        }
    }

    private void write(CallEventType type, LegId leg, String... data) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < data.length; i += 2) {
            map.put(data[i], data[i + 1]);
        }
        write(type, leg, map);
    }

    private void write(CallEventType type, LegId leg, Map<String, String> data) {
        if (leg != null && !leg.equals(customer) && CallModel.concernsConnection(type)) {
            CallModel.Step step = model.apply(leg, type);
            assertThat(step.refusal()).isEmpty();
            model = step.model();
        }
        projection.apply(new CallEvent(id, ++sequence, type, centre.now(), leg, data));
    }

    CallId id() {
        return id;
    }

    Phase phase() {
        return phase;
    }

    Conversation talk() {
        return talk;
    }

    Room room() {
        return room;
    }

    AgentId agent() {
        return agent;
    }

    CallProjection projection() {
        return projection;
    }

    boolean isClosed() {
        return closed;
    }
}
