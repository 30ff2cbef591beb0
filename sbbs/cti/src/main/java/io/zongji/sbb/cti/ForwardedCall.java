package io.zongji.sbb.cti;

import io.zongji.domain.FlowId;
import io.zongji.domain.QueueId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.conversation.Party;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.ra.media.NetworkConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The part of a call in which an agent gives the caller to a queue or to a flow. All others leave the call. */
public abstract class ForwardedCall extends ConversingCall {

    private static final String QUEUE = "queue:";
    private static final String FLOW = "flow:";

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
        if (getConversation().consulted() != null) {
            return Refusal.ALREADY_CONSULTING;
        }
        try {
            return target.startsWith(QUEUE)
                    ? toQueue(new QueueId(target.substring(QUEUE.length())))
                    : toFlow(new FlowId(target.substring(FLOW.length())));
        } catch (IllegalArgumentException e) {
            return Refusal.NO_SUCH_DEVICE;
        }
    }

    private Refusal toQueue(QueueId queue) {
        if (configuration().queue(queue).isEmpty()) {
            return Refusal.NO_SUCH_DEVICE;
        }
        setQueue(queue);
        setWaitingSince(now());
        waitAgain();
        return null;
    }

    @Override
    final void waitAgain() {
        agentsLeave(CallEventData.QUEUE, getQueue().value());
        setMusicOn(false);
        submitTask();
    }

    private Refusal toFlow(FlowId flow) {
        if (configuration().flow(flow).isEmpty()) {
            return Refusal.NO_SUCH_DEVICE;
        } else if (customerConnection() == null) {
            return Refusal.NOT_TALKING; // has just hung up
        }
        agentsLeave(CallEventData.FLOW, flow.value());
        stopIvr();
        setFlow(flow);
        startFlow();
        return null;
    }

    private void agentsLeave(String kind, String place) {
        beforeForward();
        getConversation()
                .party(getCustomerLegId())
                .filter(Party::held)
                .ifPresent(caller -> write(CallEventType.RETRIEVED, caller.leg(), Map.of()));
        write(CallEventType.TRANSFERRED, null, Map.of(kind, place));
        endRecording();
        giveBackAll();
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

    /** The agents are about to leave the call, which goes on elsewhere. */
    abstract void beforeForward();

    /** The flow that is set begins to speak with the caller. */
    abstract void startFlow();
}
