package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.Device;
import io.zongji.domain.conversation.Party;
import io.zongji.domain.conversation.PartyState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.sbb.events.LegReleased;
import io.zongji.sbb.events.ServiceRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerID;

/**
 * The part of a call in which one of ours changes the device while talking: the new one is rung, and once it is answered takes
 * the old one's place. Until then nobody hears anything of it. Who leaves the old phone before is waited for as long as the
 * new one rings, and the others hear music.
 */
public abstract class MovedCall extends ServedCall {

    private static final Duration LONGEST_RING = Duration.ofSeconds(45);

    /** Null when no phone is rung to be moved to. */
    public abstract Move getMove();

    public abstract void setMove(Move move);

    /** Ends the ringing. */
    public abstract TimerID getMoveTimer();

    public abstract void setMoveTimer(TimerID timer);

    @Override
    final void move(ServiceRequest request) {
        Optional<Party> asking = partyAt(request.device()).filter(this::isOurs);
        if (asking.isEmpty()) {
            answer(request, Refusal.NOT_IN_CALL);
        } else if (asking.get().state() == PartyState.ALERTING) {
            answer(request, Refusal.NOT_ANSWERED);
        } else if (getMove() != null && !getMove().from().equals(asking.get().leg())) {
            answer(request, Refusal.DEVICE_BUSY); // one at a time
        } else {
            phone(deviceOf(request), getCustomerNumber())
                    .ifPresentOrElse(
                            phone -> move(request, asking.get(), phone),
                            () -> answer(request, Refusal.DEVICE_UNREACHABLE));
        }
    }

    private Device deviceOf(ServiceRequest request) {
        String number = request.target();
        Device present = configuration().devices().at(request.device());
        if (present.number().equals(number)) {
            return present;
        }
        return configuration().extension(number).isPresent() ? Device.extension(number) : Device.outside(number);
    }

    /** Whoever asks again wants the other phone, and the one that rings no more; or to stay. */
    private void move(ServiceRequest request, Party party, Destination phone) {
        Optional<LegSbbLocal> ringing = Optional.ofNullable(getMove()).flatMap(move -> leg(move.to()));
        if (ringing.filter(leg -> leg.isAt(phone)).isPresent()) {
            answer(request, null);
            return;
        }
        boolean there = leg(party.leg()).filter(leg -> leg.isAt(phone)).isPresent();
        Move given = getMove();
        if (there) {
            setMove(null);
        } else {
            setMove(
                    given == null
                            ? new Move(party.leg(), nextLeg(), request.reply(), null, false)
                            : given.instead(nextLeg(), request.reply()));
        }
        ringing.ifPresent(leg -> leg.release(Cause.CANCELLED));
        if (given != null) {
            given.reply().moved(Refusal.NOT_ANSWERED);
        }
        answer(request, null);
        if (there) {
            request.reply().moved(null);
        } else {
            ring(party, phone);
        }
    }

    private void ring(Party party, Destination phone) {
        Map<String, String> data = detailsOf(party);
        data.put(CallEventData.MOVES, party.leg().value());
        write(CallEventType.SERVICE_INITIATED, getMove().to(), data);
        setMoveTimer(startTimer(LONGEST_RING));
        dial(getMove().to(), phone.answeringItself(), connectionOf(party.leg()));
    }

    /** Whether it is the new phone that was answered: it is the party's from now on. */
    final boolean hasMoved(LegId leg) {
        Move move = getMove();
        if (move == null || !leg.equals(move.to())) {
            return false;
        }
        setMove(null);
        setMoveTimer(null);
        write(CallEventType.ESTABLISHED, leg, wayTo(leg));
        boolean tooLate = getPhase() != CallPhase.TALKING
                || getConversation().party(move.from()).isEmpty();
        if (tooLate) {
            leg(leg).ifPresent(late -> late.release(Cause.NORMAL));
            move.reply().moved(Refusal.NOT_IN_CALL);
        } else {
            takePlace(move);
        }
        return true;
    }

    private void takePlace(Move move) {
        LegId leg = move.to();
        setConversation(getConversation().moved(move.from(), leg));
        write(CallEventType.MOVED, leg, Map.of(CallEventData.MOVES, move.from().value()));
        getConversation().party(leg).filter(Party::held).ifPresent(held -> write(CallEventType.HELD, leg, Map.of()));
        leg(move.from()).ifPresent(old -> old.release(Cause.NORMAL));
        if (move.hasLeft()) {
            partyLeft(move.leaving());
        }
        rejoin();
        if (move.from().equals(getCustomerLegId())) {
            setCustomerLegId(leg); // a colleague who was called
            mediaOf(leg).attach(context().getSbbLocalObject());
        } else if (move.from().equals(getAgentLegId())) {
            setAgentLegId(leg);
            agentIs(leg);
        }
        move.reply().moved(null);
    }

    /** A leg is over while a phone rings to be moved to; else the party has left. */
    final void leftOrMoves(LegReleased event) {
        Move move = getMove();
        boolean leaves = move != null
                && event.leg().equals(move.from())
                && getConversation().party(move.from()).isPresent();
        boolean unawares = event.byPeer() || event.cause() == Cause.NETWORK_FAILURE;
        if (leaves && unawares) {
            setMove(move.after(event));
            goOn(getConversation().suspended(event.leg()));
            return;
        }
        if (leaves) {
            leg(move.to()).ifPresent(leg -> leg.release(Cause.CANCELLED));
        }
        partyLeft(event);
    }

    /** The new phone is not taken: the party stays at the old one, or has left it for good. */
    final void moveFails(LegReleased event) {
        Move move = getMove();
        if (move == null || !event.leg().equals(move.to())) {
            return;
        }
        setMove(null);
        setMoveTimer(null);
        move.reply().moved(event.cause() == Cause.BUSY ? Refusal.DEVICE_BUSY : Refusal.NOT_ANSWERED);
        if (move.hasLeft() && getPhase() == CallPhase.TALKING) {
            partyLeft(move.leaving());
        }
    }

    @Override
    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        if (!event.getTimerID().equals(getMoveTimer())) {
            super.onTimer(event, activity);
        } else if (getMove() != null) {
            leg(getMove().to()).ifPresent(leg -> leg.release(Cause.NO_ANSWER));
        }
    }
}
