package io.zongji.sbb.cti;

import io.zongji.domain.FlowId;
import io.zongji.domain.LegId;
import io.zongji.domain.QueueId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.TransferFallback;
import io.zongji.domain.conversation.Party;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.ra.media.NetworkConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The part of a call in which an agent gives the caller to a queue or to a flow. All others leave the call. */
public abstract class ForwardedCall extends ConversingCall {

    private static final String QUEUE = "queue:";
    private static final String FLOW = "flow:";

    /** The queue that an agent took the caller from, to give them to another; null when nobody has. */
    public abstract QueueId getLeftQueue();

    public abstract void setLeftQueue(QueueId queue);

    /** The phone of the agent who did so; null when that agent had not talked with the caller. */
    public abstract String getLeftAt();

    public abstract void setLeftAt(String device);

    /** Whether a target names a queue or a flow, and no phone. */
    static boolean isPlace(String target) {
        return target.startsWith(QUEUE) || target.startsWith(FLOW);
    }

    /** The flow behind a number of ours, as a target; null when the number has none. */
    final String placeOf(String number) {
        return configuration().extension(number).isPresent()
                ? null
                : configuration()
                        .dialledNumber(number)
                        .map(ours -> FLOW + ours.flow().value())
                        .orElse(null);
    }

    /** Gives the caller to a queue ({@code queue:support}) or flow ({@code flow:hotline}); null when done. */
    final Refusal forward(String target) {
        return getConversation().consulted() != null ? Refusal.ALREADY_CONSULTING : lead(target, this::agentsLeave);
    }

    /**
     * Leads the caller to a queue or flow.
     *
     * @param leave lets those go who have the caller until now; is told what kind of place comes next, and which
     * @return null when done
     */
    final Refusal lead(String target, BiConsumer<String, String> leave) {
        try {
            return target.startsWith(QUEUE)
                    ? toQueue(new QueueId(target.substring(QUEUE.length())), leave)
                    : toFlow(new FlowId(target.substring(FLOW.length())), leave);
        } catch (IllegalArgumentException e) {
            return Refusal.NO_SUCH_DEVICE;
        }
    }

    private Refusal toQueue(QueueId queue, BiConsumer<String, String> leave) {
        if (configuration().queue(queue).isEmpty()) {
            return Refusal.NO_SUCH_DEVICE;
        }
        setLeftQueue(getQueue());
        setLeftAt(
                getConversation() == null
                        ? null
                        : getConversation().agent().map(Party::device).orElse(null));
        leave.accept(CallEventData.QUEUE, queue.value());
        setQueue(queue);
        setWaitingSince(now());
        setMusicOn(false);
        submitTask();
        return null;
    }

    @Override
    final void nobodyTakes(Party party, Cause cause, String releasedBy) {
        writeFailure(party.leg(), party.device(), cause);
        if (isUnserved()) {
            waitAgain();
            return;
        }
        // Who was to have the call back does not answer either: then whoever comes first.
        boolean returned = party.device().equals(getHandedOnBy());
        if (returned && getQueue() != null) {
            waitAgain();
        } else if (!returned && queue().onTransferFailed().kind() == TransferFallback.Kind.RETURN) {
            goOn(getConversation().left(party.leg()));
            bringBack();
        } else {
            fallBack(cause, releasedBy);
        }
    }

    final void writeFailure(LegId leg, String device, Cause cause) {
        write(
                CallEventType.TRANSFER_FAILED,
                leg,
                Map.of(CallEventData.CAUSE, cause.code(), CallEventData.PARTY, device));
    }

    /** What the queue says becomes of a customer whom nobody takes, when there is no way back to the agent. */
    final void fallBack(Cause cause, String releasedBy) {
        TransferFallback fallback = queue().onTransferFailed();
        boolean goesOn =
                switch (fallback.kind()) {
                    case QUEUE, RETURN -> getQueue() != null;
                    case FLOW -> configuration().flow(fallback.flow()).isPresent() && customerConnection() != null;
                    case RELEASE -> false;
                };
        if (!goesOn) {
            end(cause, releasedBy);
        } else if (fallback.kind() == TransferFallback.Kind.FLOW) {
            toFlow(fallback.flow(), this::agentsLeave);
        } else {
            waitAgain();
        }
    }

    /** The queue to which an agent gave the caller has turned them away: the one that they came from says what follows. */
    @Override
    final boolean isTakenBack() {
        QueueId left = getLeftQueue();
        setLeftQueue(null);
        if (left == null || configuration().queue(left).isEmpty()) {
            return false;
        }
        TransferFallback fallback = configuration().queue(left).get().onTransferFailed();
        switch (fallback.kind()) {
            case QUEUE, RETURN -> {
                setQueue(left);
                setWaitingSince(now());
                setMusicOn(false);
                if (fallback.kind() == TransferFallback.Kind.RETURN && getLeftAt() != null) {
                    ringAgain(getLeftAt());
                } else {
                    submitTask();
                }
                return true;
            }
            case FLOW -> {
                boolean there = configuration().flow(fallback.flow()).isPresent();
                if (there) {
                    setMusicOn(false);
                    customerConnection().player().stop();
                    begin(fallback.flow());
                }
                return there;
            }
            default -> {
                return false;
            }
        }
    }

    @Override
    final void waitAgain() {
        agentsLeave(CallEventData.QUEUE, getQueue().value());
        setMusicOn(false);
        if (getWaitingSince() == null) {
            setWaitingSince(now()); // a call that we made has not waited before
        }
        submitTask();
    }

    private Refusal toFlow(FlowId flow, BiConsumer<String, String> leave) {
        if (configuration().flow(flow).isEmpty()) {
            return Refusal.NO_SUCH_DEVICE;
        } else if (customerConnection() == null) {
            return Refusal.NOT_TALKING; // has just hung up
        }
        leave.accept(CallEventData.FLOW, flow.value());
        begin(flow);
        return null;
    }

    private void begin(FlowId flow) {
        stopIvr();
        setFlow(flow);
        startFlow();
    }

    private void agentsLeave(String kind, String place) {
        beforeForward();
        getConversation()
                .party(getCustomerLegId())
                .filter(Party::held)
                .ifPresent(caller -> write(CallEventType.RETRIEVED, caller.leg(), Map.of()));
        write(CallEventType.TRANSFERRED, null, Map.of(kind, place));
        endRecording();
        giveBackAllBut(getCustomerLegId());
        HashMap<String, NetworkConnection> caller = new HashMap<>();
        if (customerConnection() != null) {
            caller.put(customerConnection().id(), customerConnection());
        }
        Wiring.NONE.replace(getWiring(), caller, sound -> List.of());
        legs().filter(leg -> !leg.id().equals(getCustomerLegId())).forEach(leg -> leg.release(Cause.NORMAL));
        setConversation(null);
        setAgent(null);
        setAgentLegId(null);
    }

    /** Nobody has talked with the caller, who was sent on by an agent to whom the queue had offered the call. */
    abstract boolean isUnserved();

    /** The phone of the agent who has handed the call on rings again. */
    abstract void bringBack();

    /** The phone of the agent who has given the caller to a queue rings again; who cannot be rung leaves them to the queue they came from. */
    abstract void ringAgain(String device);

    /** The agents are about to leave the call, which goes on elsewhere. */
    abstract void beforeForward();

    /** The flow that is set begins to speak with the caller. */
    abstract void startFlow();
}
