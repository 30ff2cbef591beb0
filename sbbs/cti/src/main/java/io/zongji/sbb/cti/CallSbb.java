package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.TaskId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.AdmissionDecision;
import io.zongji.domain.config.Queue;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.PlayerEvent;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.ConversationEnded;
import io.zongji.sbb.events.FlowEnded;
import io.zongji.sbb.events.LegAlerting;
import io.zongji.sbb.events.LegConnected;
import io.zongji.sbb.events.LegReleased;
import io.zongji.sbb.events.OfferAccepted;
import io.zongji.sbb.events.OfferAnswered;
import io.zongji.sbb.events.OfferFailed;
import io.zongji.sbb.events.OfferMade;
import io.zongji.sbb.events.OfferWithdrawn;
import io.zongji.sbb.events.PositionAsked;
import io.zongji.sbb.events.RecordingClosed;
import io.zongji.sbb.events.RecordingOpened;
import io.zongji.sbb.events.ReleaseRequest;
import io.zongji.sbb.events.TaskQueued;
import io.zongji.sbb.events.TaskRejected;
import io.zongji.sbb.events.TaskSubmitted;
import io.zongji.sbb.events.TaskWithdrawn;
import java.util.Map;
import java.util.function.Consumer;
import javax.sip.RequestEvent;
import javax.slee.ActivityContextInterface;
import javax.slee.RolledBackContext;
import javax.slee.facilities.TimerEvent;

/**
 * One call, from the INVITE until its last leg is gone. It owns the legs, leads the caller through flow and queue to an
 * agent, joins and records them. Everything that concerns the call happens on the call's own activity, so nothing here
 * runs twice at a time.
 */
public abstract class CallSbb extends CallState {

    static final String ANNOUNCEMENT = "announcement";
    static final String MUSIC = "music";
    static final String AGENT_NUMBER = "agent-number";

    /** A call comes in. */
    public void onInvite(RequestEvent invite, ActivityContextInterface transaction) {
        transaction.detach(context().getSbbLocalObject());
        AdmissionDecision decision = reception().decide(invite);
        if (decision instanceof AdmissionDecision.ToFlow welcome) {
            admit(invite, transaction, welcome);
        } else {
            Refusal refusal = Refusal.of(decision);
            if (refusal.recorded()) {
                recordRefusal(invite, refusal);
            }
            reception().refuse(invite, refusal);
        }
    }

    private void admit(RequestEvent invite, ActivityContextInterface transaction, AdmissionDecision.ToFlow welcome) {
        beginCall();
        setFlow(welcome.flow());
        setCaller(welcome.caller());
        LegId leg = nextLeg();
        setCallerLegId(leg);
        writeArrival(leg, reception().arrival(invite, welcome.caller(), welcome.dialled(), welcome.trunk()));
        IncomingLegSbbLocal callerLeg = createIncomingLeg();
        setCallerLeg(callerLeg);
        setOpenLegs(1);
        callerLeg.accept(leg, invite, transaction, getOwnActivity());
    }

    private void recordRefusal(RequestEvent invite, Refusal refusal) {
        beginCall();
        LegId leg = nextLeg();
        writeArrival(leg, reception().arrival(invite, refusal.caller(), refusal.dialled(), refusal.trunk()));
        write(
                CallEventType.FAILED,
                leg,
                Map.of(CallEventData.CAUSE, refusal.cause().code()));
        write(CallEventType.CONNECTION_CLEARED, leg, cleared(refusal.cause(), CallEventData.SYSTEM));
        closeCall(refusal.cause(), CallEventData.SYSTEM);
    }

    private void writeArrival(LegId leg, Map<String, String> data) {
        write(CallEventType.SERVICE_INITIATED, leg, data);
        write(CallEventType.ORIGINATED, leg, Map.of(CallEventData.DIALLED, data.get(CallEventData.DIALLED)));
    }

    public void onLegAlerting(LegAlerting event, ActivityContextInterface activity) {
        write(CallEventType.DELIVERED, event.leg(), Map.of());
    }

    public void onLegConnected(LegConnected event, ActivityContextInterface activity) {
        boolean caller = event.leg().equals(getCallerLegId()) && getPhase() == CallPhase.ADMITTED;
        boolean agent = event.leg().equals(getAgentLegId()) && getPhase() == CallPhase.OFFERED;
        if (caller || agent) {
            write(CallEventType.ESTABLISHED, event.leg(), Map.of());
        }
        if (caller) {
            startFlow();
        } else if (agent) {
            agentAnswered();
        }
    }

    private void startFlow() {
        ActivityContextInterface media = getCallerLeg().mediaActivity();
        if (media == null) {
            return; // the caller is gone already, and its LegReleased on the way
        }
        setPhase(CallPhase.IN_FLOW);
        createIvr().start(getFlow(), getCallerLegId(), media, getOwnActivity());
    }

    public void onFlowEnded(FlowEnded event, ActivityContextInterface activity) {
        if (getPhase() != CallPhase.IN_FLOW || callerConnection() == null) {
            return;
        }
        if (event.result() == FlowEnded.Result.HANG_UP) {
            end(event.cause(), CallEventData.SYSTEM);
            return;
        }
        setQueue(event.queue());
        setPriority(event.priority());
        setNode(event.node());
        setWaitingSince(now());
        getCallerLeg().mediaActivity().attach(context().getSbbLocalObject());
        submitTask();
    }

    /** Asks the ACD for an agent; the caller keeps the place that the beginning of the wait gives. */
    private void submitTask() {
        setPhase(CallPhase.WAITING);
        setTaskCount(getTaskCount() + 1);
        setTask(new TaskId(callId().value() + "-q" + getTaskCount()));
        toAcd(acd -> fireTaskSubmitted(
                new TaskSubmitted(
                        getTask(),
                        callId(),
                        getQueue(),
                        getPriority(),
                        getWaitingSince(),
                        Map.of(CallEventData.CALLER, getCaller(), CallEventData.NODE, getNode())),
                acd,
                null));
    }

    public void onTaskQueued(TaskQueued event, ActivityContextInterface activity) {
        if (getPhase() != CallPhase.WAITING || !event.task().equals(getTask())) {
            return;
        }
        Queue queue = queue();
        if (!getMusicOn()) {
            setMusicOn(true);
            writeQueued(event.position());
            if (queue.announcement().isEmpty()) {
                playMusic();
            } else {
                callerPlays(PlayRequest.once(ANNOUNCEMENT, queue.announcement(), false));
            }
            armPositionTimer(queue);
        } else if (getPositionAsked()) {
            setPositionAsked(false);
            callerPlays(PlayRequest.once(ANNOUNCEMENT, positionPrompts(event.position()), false));
            armPositionTimer(queue);
        } else {
            writeQueued(event.position());
        }
    }

    private void writeQueued(int position) {
        write(
                CallEventType.QUEUED,
                getCallerLegId(),
                Map.of(
                        CallEventData.QUEUE, getQueue().value(),
                        CallEventData.POSITION, Integer.toString(position)));
    }

    /** Time to tell a waiting caller the position. */
    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        if (getPhase() == CallPhase.WAITING) {
            setPositionAsked(true);
            toAcd(acd -> firePositionAsked(new PositionAsked(getTask(), callId()), acd, null));
        } else if (getPhase() == CallPhase.OFFERED) {
            armPositionTimer(queue());
        }
    }

    private void playMusic() {
        Queue queue = queue();
        if (!queue.music().isEmpty()) {
            callerPlays(PlayRequest.looped(MUSIC, queue.music()));
        }
    }

    public void onPlayerEvent(PlayerEvent event, ActivityContextInterface activity) {
        CallPhase phase = getPhase();
        if (phase == CallPhase.ANNOUNCING && event.playId().equals(AGENT_NUMBER)) {
            write(CallEventType.ANNOUNCED, getCallerLegId(), Map.of(CallEventData.PROMPT, AGENT_NUMBER));
            join();
        } else if (event.playId().equals(ANNOUNCEMENT)
                && event.reason() != PlayerEvent.Reason.STOPPED
                && (phase == CallPhase.WAITING || phase == CallPhase.OFFERED)) {
            playMusic();
        }
    }

    /** The queue turned the caller away: the flow says what comes next. */
    public void onTaskRejected(TaskRejected event, ActivityContextInterface activity) {
        if (getPhase() != CallPhase.WAITING || !event.task().equals(getTask()) || callerConnection() == null) {
            return;
        }
        write(
                CallEventType.DIVERTED,
                getCallerLegId(),
                Map.of(
                        CallEventData.QUEUE,
                        getQueue().value(),
                        CallEventData.CAUSE,
                        event.cause().code()));
        setPhase(CallPhase.IN_FLOW);
        setMusicOn(false);
        callerConnection().player().stop();
        getIvr().routeRefused(event.cause());
    }

    /** The ACD found an agent: ring the phone. */
    public void onOfferMade(OfferMade event, ActivityContextInterface activity) {
        if (getPhase() != CallPhase.WAITING || !event.task().equals(getTask())) {
            toAcd(acd -> fireTaskWithdrawn(new TaskWithdrawn(event.task()), acd, null));
            return;
        }
        setPhase(CallPhase.OFFERED);
        setAgent(event.agent());
        if (!getMusicOn()) {
            playMusic(); // nobody waits in silence while the agent's phone rings
        }
        write(
                CallEventType.OFFERED,
                null,
                Map.of(
                        CallEventData.AGENT,
                        event.agent().value(),
                        CallEventData.QUEUE,
                        getQueue().value()));
        phoneOf(event.agent(), getCaller()).ifPresentOrElse(this::ring, () -> offerFailed(Cause.UNREACHABLE));
    }

    private void ring(Destination phone) {
        LegId leg = nextLeg();
        setAgentLegId(leg);
        write(
                CallEventType.SERVICE_INITIATED,
                leg,
                Map.of(
                        CallEventData.ROLE, CallEventData.ROLE_AGENT,
                        CallEventData.AGENT, getAgent().value(),
                        CallEventData.PARTY, phone.uri()));
        OutgoingLegSbbLocal agentLeg = createOutgoingLeg();
        setAgentLeg(agentLeg);
        setOpenLegs(getOpenLegs() + 1);
        agentLeg.dial(leg, phone, getOwnActivity());
    }

    /** The ACD gives up on this agent; another offer or more waiting follows. */
    public void onOfferWithdrawn(OfferWithdrawn event, ActivityContextInterface activity) {
        CallPhase phase = getPhase();
        if ((phase == CallPhase.OFFERED || phase == CallPhase.CONFIRMING)
                && event.agent().equals(getAgent())) {
            OutgoingLegSbbLocal agentLeg = getAgentLeg();
            refused(event.cause());
            agentLeg.release(event.cause());
        }
    }

    private void offerFailed(Cause cause) {
        OfferFailed failed = new OfferFailed(getTask(), getAgent(), cause);
        refused(cause);
        toAcd(acd -> fireOfferFailed(failed, acd, null));
    }

    private void refused(Cause cause) {
        write(
                CallEventType.OFFER_REFUSED,
                null,
                Map.of(CallEventData.AGENT, getAgent().value(), CallEventData.CAUSE, cause.code()));
        setAgent(null);
        setAgentLeg(null);
        setAgentLegId(null);
        setPhase(CallPhase.WAITING);
    }

    private void agentAnswered() {
        setPhase(CallPhase.CONFIRMING);
        toAcd(acd -> fireOfferAnswered(new OfferAnswered(getTask(), getAgent()), acd, null));
    }

    public void onOfferAccepted(OfferAccepted event, ActivityContextInterface activity) {
        if (getPhase() != CallPhase.CONFIRMING || !event.agent().equals(getAgent()) || !bothAreThere()) {
            return;
        }
        setMusicOn(false);
        startRecording();
        if (queue().announceAgentNumber()) {
            setPhase(CallPhase.ANNOUNCING);
            callerPlays(PlayRequest.once(AGENT_NUMBER, agentNumberPrompts(), false));
        } else {
            callerConnection().player().stop();
            join();
        }
    }

    /** A party that has just hung up has no media any more; its LegReleased follows and ends the call. */
    private boolean bothAreThere() {
        return callerConnection() != null && getAgentLeg().connection() != null;
    }

    private void join() {
        if (!bothAreThere()) {
            return;
        }
        setPhase(CallPhase.TALKING);
        callerConnection()
                .join(NetworkConnection.Direction.DUPLEX, getAgentLeg().connection());
    }

    public void onLegReleased(LegReleased event, ActivityContextInterface activity) {
        setOpenLegs(getOpenLegs() - 1);
        write(CallEventType.CONNECTION_CLEARED, event.leg(), cleared(event.cause(), releasedBy(event)));
        if (event.leg().equals(getCallerLegId())) {
            end(event.cause(), releasedBy(event));
        } else if (event.leg().equals(getAgentLegId())) {
            agentLegReleased(event);
        }
        finishWhenEmpty();
    }

    private void agentLegReleased(LegReleased event) {
        switch (getPhase()) {
            case OFFERED -> offerFailed(event.cause());
            case CONFIRMING, ANNOUNCING -> backToQueue(event.cause());
            default -> end(event.cause(), releasedBy(event));
        }
    }

    /** The agent left before a word was said: the caller has not been served and waits on, in the old place. */
    private void backToQueue(Cause cause) {
        stopRecording();
        NetworkConnection caller = callerConnection();
        if (caller != null) {
            caller.player().stop();
        }
        ConversationEnded ended = new ConversationEnded(getTask(), getAgent(), callId());
        toAcd(acd -> {
            fireConversationEnded(ended, acd, null);
            fireTaskWithdrawn(new TaskWithdrawn(ended.task()), acd, null);
        });
        refused(cause);
        setMusicOn(false);
        submitTask();
    }

    private String releasedBy(LegReleased event) {
        if (!event.byPeer()) {
            return CallEventData.SYSTEM;
        }
        return event.leg().equals(getCallerLegId()) ? CallEventData.ROLE_CALLER : CallEventData.ROLE_AGENT;
    }

    public void onReleaseRequest(ReleaseRequest event, ActivityContextInterface activity) {
        log().info("Call {} is ended by {}", callId(), event.requestedBy());
        end(event.cause(), CallEventData.SYSTEM);
        finishWhenEmpty();
    }

    /** Ends the call: the ACD is told, and every leg that is still there is released. Idempotent. */
    private void end(Cause cause, String releasedBy) {
        CallPhase phase = getPhase();
        if (phase == CallPhase.ENDING) {
            return;
        }
        setPhase(CallPhase.ENDING);
        setEnd(cause, releasedBy);
        switch (phase) {
            case WAITING, OFFERED -> toAcd(acd -> fireTaskWithdrawn(new TaskWithdrawn(getTask()), acd, null));
            case CONFIRMING, ANNOUNCING, TALKING ->
                toAcd(acd -> {
                    fireConversationEnded(new ConversationEnded(getTask(), getAgent(), callId()), acd, null);
                    // An answer that the ACD did not accept leaves the task waiting.
                    fireTaskWithdrawn(new TaskWithdrawn(getTask()), acd, null);
                });
            case IN_FLOW -> stopIvr();
            default -> log().debug("Call {} ends before its flow", callId());
        }
        stopRecording();
        release(getAgentLeg(), cause);
        release(getCallerLeg(), cause);
    }

    private static void release(LegSbbLocal leg, Cause cause) {
        if (leg != null) {
            leg.release(cause);
        }
    }

    public void onRecordingOpened(RecordingOpened event, ActivityContextInterface activity) {
        setOpenRecordings(getOpenRecordings() + 1);
    }

    public void onRecordingClosed(RecordingClosed event, ActivityContextInterface activity) {
        setOpenRecordings(getOpenRecordings() - 1);
        finishWhenEmpty();
    }

    /**
     * A step of the call failed and was taken back: nobody knows what the parties saw of it, so the call ends, and its
     * record with it, whatever was counted before.
     */
    @Override
    public void sbbRolledBack(RolledBackContext context) {
        ActivityContextInterface own = getOwnActivity();
        if (own == null || own.isEnding() || getPhase() == CallPhase.CLOSED) {
            return;
        }
        log().error("Call {} could not handle {} and is ended", callId(), context.getEvent());
        end(Cause.TEMPORARY_FAILURE, CallEventData.SYSTEM);
        closeCall(getEndCause(), getReleasedBy());
    }

    private void finishWhenEmpty() {
        if (getPhase() == CallPhase.ENDING && getOpenLegs() == 0 && getOpenRecordings() == 0) {
            closeCall(getEndCause(), getReleasedBy());
        }
    }

    /** Where the ACD is asked for something; a call centre without its ACD cannot serve the call. */
    private void toAcd(Consumer<ActivityContextInterface> message) {
        ActivityContextInterface acd = lookUpActivity(ActivityNames.ACD);
        if (acd == null || acd.isEnding()) {
            log().error("The ACD is not running; call {} cannot be served", callId());
            end(Cause.TEMPORARY_FAILURE, CallEventData.SYSTEM);
        } else {
            message.accept(acd);
        }
    }
}
