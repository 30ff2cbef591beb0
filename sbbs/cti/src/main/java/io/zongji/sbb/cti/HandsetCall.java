package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.config.TransferFallback;
import io.zongji.domain.conversation.Conversation;
import io.zongji.domain.conversation.HandsetCode;
import io.zongji.domain.conversation.Party;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.conversation.Step;
import io.zongji.domain.journal.CallEventData;
import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.SignalDetectorEvent;
import io.zongji.sbb.events.PhoneHeld;
import io.zongji.sbb.events.ServiceRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.slee.ActivityContextInterface;

/** The part of a call that an agent controls by the phone alone: its hold key, and codes such as {@code *7 8002 #}. */
public abstract class HandsetCall extends ReferredCall {

    private static final String CODES = "handset-codes";
    private static final int LONGEST_CODE = 34;
    private static final Duration WHOLE_CALL = Duration.ofHours(24);
    private static final Duration BETWEEN_KEYS = Duration.ofSeconds(5);
    private static final PlayRequest REFUSED = PlayRequest.once("refused", List.of("tone:beep"), false);

    /** Listens for codes of the agent whose call it is now. */
    @Override
    final void agentIs(LegId leg) {
        if (getConversation().party(leg).filter(this::isOurs).isEmpty()) {
            return;
        }
        NetworkConnection connection = connectionOf(leg);
        if (connection != null) {
            mediaOf(leg).attach(context().getSbbLocalObject());
            connection
                    .signalDetector()
                    .receiveSignals(new CollectRequest(CODES, LONGEST_CODE, '#', WHOLE_CALL, BETWEEN_KEYS));
        }
    }

    public void onSignalDetectorEvent(SignalDetectorEvent event, ActivityContextInterface activity) {
        if (!event.collectId().equals(CODES)
                || event.reason() == SignalDetectorEvent.Reason.STOPPED
                || getPhase() != CallPhase.TALKING) {
            return;
        }
        Optional<HandsetCode> code = event.reason() == SignalDetectorEvent.Reason.TERMINATOR
                ? HandsetCode.read(event.digits())
                : Optional.empty();
        code.ifPresent(this::carryOut);
        if (getPhase() == CallPhase.TALKING) {
            agentIs(getAgentLegId());
        }
    }

    private void carryOut(HandsetCode code) {
        onServiceRequest(
                new ServiceRequest(code.service(), presentDevice(), code.target(), null, PhoneReply.BY_SOUND), null);
    }

    private String presentDevice() {
        return getConversation().agent().map(Party::device).orElse("");
    }

    @Override
    final void answer(ServiceRequest request, Refusal refusal) {
        if (request.reply() == PhoneReply.BY_NOTIFY) {
            answerReferral(refusal);
        } else if (request.reply() == PhoneReply.RETURNING) {
            nobodyRings(request, refusal);
        } else if (request.reply() != PhoneReply.BY_SOUND) {
            request.reply().done(refusal);
        } else if (refusal != null && refusal.ofTarget() && isGone(request)) {
            nobodyRings(request, refusal);
        } else if (refusal != null && connectionOf(getAgentLegId()) != null) {
            connectionOf(getAgentLegId()).player().play(REFUSED);
        }
    }

    /** The customer may have hung up, or be elsewhere, while the ACD was asked. */
    private void nobodyRings(ServiceRequest request, Refusal refusal) {
        if (refusal == null) {
            return;
        }
        if (getPhase() == CallPhase.TALKING) {
            writeFailure(null, request.target(), refusal.cause());
            fallBack(refusal.cause(), CallEventData.SYSTEM);
        } else if (getPhase() == CallPhase.WAITING) {
            submitTask();
        }
    }

    /** Who dials blind does not stay to hear that it failed, unless the queue wants the caller back with the agent. */
    private boolean isGone(ServiceRequest request) {
        return request.service() == Service.SINGLE_STEP_TRANSFER
                && queue().onTransferFailed().kind() != TransferFallback.Kind.RETURN;
    }

    /** The agent's phone puts the call on hold by itself, or takes it back. Others may do what they like with theirs. */
    public void onPhoneHeld(PhoneHeld event, ActivityContextInterface activity) {
        if (getPhase() != CallPhase.TALKING || !event.leg().equals(getAgentLegId())) {
            return;
        }
        Conversation now = getConversation();
        if (now.party(event.leg()).filter(this::isOurs).isEmpty()) {
            return;
        }
        Step step = event.held() ? now.hold() : now.consulted() == null ? now.retrieve() : now.alternate();
        if (step.refusal() == null) {
            goOn(step.after());
        }
    }
}
