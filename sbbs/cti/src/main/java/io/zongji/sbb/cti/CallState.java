package io.zongji.sbb.cti;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.CallIdGenerator;
import io.zongji.domain.FlowId;
import io.zongji.domain.LegId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TaskId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Queue;
import io.zongji.domain.config.Trunk;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.store.CallCentreStore;
import io.zongji.sbb.CallLog;
import io.zongji.sbb.NamedActivities;
import io.zongji.sbb.ServiceSbb;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.ConversationEnded;
import io.zongji.sbb.events.LegInTransit;
import io.zongji.sbb.events.OfferAnswered;
import io.zongji.sbb.events.OfferFailed;
import io.zongji.sbb.events.OfferPickedUp;
import io.zongji.sbb.events.PositionAsked;
import io.zongji.sbb.events.TaskSubmitted;
import io.zongji.sbb.events.TaskWithdrawn;
import io.zongji.sbb.ivr.IvrSbbLocal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.ChildRelation;
import javax.slee.CreateException;
import javax.slee.SLEEException;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerID;
import javax.slee.facilities.TimerOptions;
import javax.slee.nullactivity.NullActivity;
import net.java.slee.resource.sip.SleeSipProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a call remembers and the small steps {@link CallSbb} is told in; no decisions here. */
public abstract class CallState extends ServiceSbb {

    private static final Logger log = LoggerFactory.getLogger(CallSbb.class);

    private static final QueueId NO_QUEUE = new QueueId("none");

    private CallCentreStore store;
    private CallLog callLog;
    private CallIdGenerator callIds;
    private Reception reception;
    private NamedActivities activities;
    private TimerFacility timers;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        store = (CallCentreStore) environment.lookup("slee/resources/store/1.0/store");
        callLog = new CallLog(store::append, store.clock());
        callIds = new CallIdGenerator(store.clock(), new SecureRandom());
        timers = (TimerFacility) environment.lookup("slee/facilities/timer");
        activities = new NamedActivities(environment);
        reception = new Reception((SleeSipProvider) environment.lookup("slee/resources/jainsip/1.2/provider"), store);
    }

    public abstract CallControlActivity asSbbActivityContextInterface(ActivityContextInterface activity);

    public abstract ChildRelation getIncomingLegs();

    public abstract ChildRelation getOutgoingLegs();

    public abstract ChildRelation getIvrs();

    public abstract void fireTaskSubmitted(TaskSubmitted event, ActivityContextInterface activity, Address address);

    public abstract void fireTaskWithdrawn(TaskWithdrawn event, ActivityContextInterface activity, Address address);

    public abstract void firePositionAsked(PositionAsked event, ActivityContextInterface activity, Address address);

    public abstract void fireOfferPickedUp(OfferPickedUp event, ActivityContextInterface activity, Address address);

    public abstract void fireOfferAnswered(OfferAnswered event, ActivityContextInterface activity, Address address);

    public abstract void fireOfferFailed(OfferFailed event, ActivityContextInterface activity, Address address);

    public abstract void fireConversationEnded(
            ConversationEnded event, ActivityContextInterface activity, Address address);

    public abstract ActivityContextInterface getOwnActivity();

    public abstract void setOwnActivity(ActivityContextInterface activity);

    public abstract CallPhase getPhase();

    public abstract void setPhase(CallPhase phase);

    public abstract FlowId getFlow();

    public abstract void setFlow(FlowId flow);

    /** The number of the one who is served, whichever side dialled; empty when withheld. */
    public abstract String getCustomerNumber();

    public abstract void setCustomerNumber(String caller);

    /** The number of ours that the customer dialled; null before one is known. */
    public abstract String getOwnNumber();

    public abstract void setOwnNumber(String number);

    public abstract LegId getCustomerLegId();

    public abstract void setCustomerLegId(LegId leg);

    public abstract LegId getAgentLegId();

    public abstract void setAgentLegId(LegId leg);

    public abstract AgentId getAgent();

    public abstract void setAgent(AgentId agent);

    public abstract QueueId getQueue();

    public abstract void setQueue(QueueId queue);

    public abstract TaskId getTask();

    public abstract void setTask(TaskId task);

    /** Tasks submitted so far; numbers them. */
    public abstract int getTaskCount();

    public abstract void setTaskCount(int count);

    public abstract IvrSbbLocal getIvr();

    public abstract void setIvr(IvrSbbLocal ivr);

    /** Since when the caller waits, however often an agent is looked for. */
    public abstract Instant getWaitingSince();

    public abstract void setWaitingSince(Instant since);

    public abstract int getPriority();

    public abstract void setPriority(int priority);

    /** The node of the flow from which the caller came to the queue. */
    public abstract String getNode();

    public abstract void setNode(String node);

    /** The ACD was asked for the position, to tell it to the caller. */
    public abstract boolean getPositionAsked();

    public abstract void setPositionAsked(boolean asked);

    public abstract TimerID getPositionTimer();

    public abstract void setPositionTimer(TimerID timer);

    public abstract boolean getMusicOn();

    public abstract void setMusicOn(boolean on);

    /** Legs made so far; numbers them. */
    public abstract int getLegCount();

    public abstract void setLegCount(int count);

    /** Legs not yet reported released. */
    /** Whose party has hung up by the service of that name, so that the phone is told to; null when nobody has. */
    public abstract LegId getLeavingLeg();

    public abstract void setLeavingLeg(LegId leg);

    public abstract int getOpenLegs();

    public abstract void setOpenLegs(int count);

    public abstract Cause getEndCause();

    public abstract void setEndCause(Cause cause);

    public abstract String getReleasedBy();

    public abstract void setReleasedBy(String releasedBy);

    final Logger log() {
        return log;
    }

    final NamedActivities activities() {
        return activities;
    }

    final Reception reception() {
        return reception;
    }

    final Instant now() {
        return store.clock().instant();
    }

    /** Makes the call's own activity and attaches to it. */
    final CallId beginCall() {
        CallId call = callIds.next();
        setOwnActivity(activities.open(ActivityNames.call(call), context().getSbbLocalObject()));
        getCallActivity().setCallId(call.value());
        setPhase(CallPhase.ADMITTED);
        return call;
    }

    final CallControlActivity getCallActivity() {
        return asSbbActivityContextInterface(getOwnActivity());
    }

    final void setEnd(Cause cause, String releasedBy) {
        setEndCause(cause);
        setReleasedBy(releasedBy);
    }

    /** Writes the last entry and gives up the call's activity, and with it this entity. */
    final void closeCall(Cause cause, String releasedBy) {
        write(CallEventType.CALL_CLEARED, null, cleared(cause, releasedBy));
        setPhase(CallPhase.CLOSED);
        ((NullActivity) getOwnActivity().getActivity()).endActivity();
    }

    /** Gives up the call's activity without a word to the journal, which knows nothing of it yet. */
    final void forgetCall() {
        setPhase(CallPhase.CLOSED);
        ((NullActivity) getOwnActivity().getActivity()).endActivity();
    }

    final CallId callId() {
        return new CallId(getCallActivity().getCallId());
    }

    final LegId nextLeg() {
        setLegCount(getLegCount() + 1);
        return LegId.of(callId(), getLegCount());
    }

    final void write(CallEventType type, LegId leg, Map<String, String> data) {
        callLog.write(getCallActivity(), type, leg, data);
    }

    static Map<String, String> cleared(Cause cause, String releasedBy) {
        return Map.of(CallEventData.CAUSE, cause.code(), CallEventData.RELEASED_BY, releasedBy);
    }

    /** Where the ACD is asked for something; empty when it does not run. */
    final Optional<ActivityContextInterface> acd() {
        return activities.find(ActivityNames.ACD);
    }

    /** What is known of the registered phone of an extension; empty when it is not registered. */
    final Optional<RegistrationActivity> registration(String extension) {
        return activities.find(ActivityNames.registration(extension)).map(this::asSbbActivityContextInterface);
    }

    /** Whether a trunk is believed to work. */
    final boolean isUsable(Trunk trunk) {
        return store.outside().health().isUsable(trunk);
    }

    /** Whose rules hold for the call; usual rules if it is of no queue. */
    final Queue queue() {
        QueueId queue = getQueue() == null ? NO_QUEUE : getQueue();
        return store.configuration().queue(queue).orElseGet(() -> Queue.usual(queue, queue.value()));
    }

    final Configuration configuration() {
        return store.configuration();
    }

    /** The leg of that id, as long as the call has it; empty for null. */
    final Optional<LegSbbLocal> leg(LegId id) {
        // A leg that was made just now does not know its id yet.
        return id == null
                ? Optional.empty()
                : legs().filter(leg -> id.equals(leg.id())).findFirst();
    }

    /** Every leg that is not quite over, whichever side dialled. */
    final Stream<LegSbbLocal> legs() {
        return Stream.of(getIncomingLegs(), getOutgoingLegs())
                .flatMap(relation -> ((Collection<?>) relation).stream())
                .map(LegSbbLocal.class::cast);
    }

    /** Those of them that we dialled. */
    final Stream<OutgoingLegSbbLocal> outgoingLegs() {
        return ((Collection<?>) getOutgoingLegs()).stream().map(OutgoingLegSbbLocal.class::cast);
    }

    /** Null when the leg has no media, or is not there. */
    final NetworkConnection connectionOf(LegId leg) {
        return leg(leg).map(LegSbbLocal::connection).orElse(null);
    }

    /** Null when the leg has no media, or is not there. */
    final ActivityContextInterface mediaOf(LegId leg) {
        return leg(leg).map(LegSbbLocal::mediaActivity).orElse(null);
    }

    /** The caller's position is told again after the queue's interval, if it has one. */
    final void armPositionTimer(Queue queue) {
        if (!queue.positionAnnouncement().isZero()) {
            setPositionTimer(startTimer(queue.positionAnnouncement()));
        }
    }

    final TimerID startTimer(Duration after) {
        long at = store.clock().millis() + after.toMillis();
        return timers.setTimer(getOwnActivity(), null, at, new TimerOptions());
    }

    final NetworkConnection customerConnection() {
        return connectionOf(getCustomerLegId());
    }

    final void customerHears(PlayRequest request) {
        NetworkConnection connection = customerConnection();
        if (connection != null) {
            connection.player().play(request);
        }
    }

    final IncomingLegSbbLocal createIncomingLeg() {
        return (IncomingLegSbbLocal) create(getIncomingLegs());
    }

    /**
     * Rings a phone on a leg of this id.
     *
     * @param peer whom the party will talk with; may be null
     */
    final void dial(LegId leg, Destination phone, NetworkConnection peer) {
        createOutgoingLeg().dial(leg, phone, peer, getOwnActivity());
    }

    /** Goes on with the leg that another call gives, on one of this id. */
    final void takeLeg(LegId leg, LegInTransit given) {
        createOutgoingLeg().take(leg, given, getOwnActivity());
    }

    private OutgoingLegSbbLocal createOutgoingLeg() {
        setOpenLegs(getOpenLegs() + 1);
        return (OutgoingLegSbbLocal) create(getOutgoingLegs());
    }

    final IvrSbbLocal createIvr() {
        IvrSbbLocal ivr = (IvrSbbLocal) create(getIvrs());
        setIvr(ivr);
        return ivr;
    }

    final void stopIvr() {
        if (getIvr() != null) {
            getIvr().stop();
        }
    }

    static Object create(ChildRelation relation) {
        try {
            return relation.create();
        } catch (CreateException e) {
            throw new SLEEException("A part of the call could not be made", e);
        }
    }
}
