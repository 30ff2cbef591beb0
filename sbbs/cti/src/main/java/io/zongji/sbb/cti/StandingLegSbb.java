package io.zongji.sbb.cti;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallIdGenerator;
import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.journal.StandingLegEvent;
import io.zongji.domain.phone.StandingLegs;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.store.CallCentreStore;
import io.zongji.sbb.NamedActivities;
import io.zongji.sbb.ServiceSbb;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.LegConnected;
import io.zongji.sbb.events.LegReleased;
import io.zongji.sbb.events.LegResumed;
import io.zongji.sbb.events.StandingLegChanged;
import io.zongji.sbb.events.StandingLegFreed;
import io.zongji.sbb.events.StandingLegLent;
import io.zongji.sbb.events.StandingLegOrder;
import io.zongji.sbb.events.StandingLegWanted;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.ChildRelation;
import javax.slee.InitialEventSelector;
import javax.slee.RolledBackContext;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerID;
import javax.slee.facilities.TimerOptions;
import javax.slee.nullactivity.NullActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The standing leg of one agent: an outside phone that is called once and stays on the line between the calls, from the choice
 * of the device to the sign-out. It is no call, and lends its media to the leg of one call at a time. When the phone hangs up
 * or is not answered, it is called again when the ACD asks for it. Its activity has a name while the phone is there.
 */
public abstract class StandingLegSbb extends ServiceSbb {

    private static final Logger log = LoggerFactory.getLogger(StandingLegSbb.class);

    private static final long LONGEST_RING_MILLIS = Duration.ofSeconds(60).toMillis();
    /** Who has picked up hears that it has worked. */
    private static final List<String> PICKED_UP = List.of("tone:beep");
    /** Something must travel between calls, or networks take the leg for dead. */
    private static final PlayRequest QUIET = PlayRequest.looped("standing-quiet", List.of("silence:1000"));

    private CallCentreStore store;
    private NamedActivities activities;
    private TimerFacility timers;
    private CallIdGenerator ids;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        store = (CallCentreStore) environment.lookup("slee/resources/store/1.0/store");
        activities = new NamedActivities(environment);
        timers = (TimerFacility) environment.lookup("slee/facilities/timer");
        ids = new CallIdGenerator(store.clock(), new SecureRandom());
    }

    public abstract ChildRelation getOutgoingLegs();

    public abstract ActivityContextInterface getOwnActivity();

    public abstract void setOwnActivity(ActivityContextInterface activity);

    public abstract AgentId getAgent();

    public abstract void setAgent(AgentId agent);

    /** Where the leg is to stand; null when it is not wanted any more. */
    public abstract String getNumber();

    public abstract void setNumber(String number);

    /** The leg that is being dialled, or stands; null when there is none. */
    public abstract LegId getLeg();

    public abstract void setLeg(LegId leg);

    /** Where that is. */
    public abstract String getDialled();

    public abstract void setDialled(String number);

    public abstract Instant getBegan();

    public abstract void setBegan(Instant began);

    /** When the phone was picked up; null while it rings. */
    public abstract Instant getAnswered();

    public abstract void setAnswered(Instant answered);

    /** The leg of a call that uses the media; null when none does. */
    public abstract LegId getUser();

    public abstract void setUser(LegId leg);

    /** Ends the ringing. */
    public abstract TimerID getRingTimer();

    public abstract void setRingTimer(TimerID timer);

    public abstract void fireStandingLegChanged(
            StandingLegChanged event, ActivityContextInterface activity, Address address);

    public abstract void fireStandingLegLent(StandingLegLent event, ActivityContextInterface activity, Address address);

    /** One entity for each agent. */
    public InitialEventSelector selectAgent(InitialEventSelector selector) {
        selector.setCustomName(((StandingLegOrder) selector.getEvent()).agent().value());
        return selector;
    }

    public void onStandingLegOrder(StandingLegOrder order, ActivityContextInterface activity) {
        activity.detach(context().getSbbLocalObject());
        if (getOwnActivity() == null) {
            setOwnActivity(activities.open(context().getSbbLocalObject()));
            setAgent(order.agent());
        }
        setNumber(order.number());
        boolean asWanted = getLeg() != null && getDialled().equals(order.number());
        if (getLeg() == null) {
            dialOrEnd();
        } else if (!asWanted) {
            leg().ifPresent(leg -> leg.release(Cause.NORMAL));
        }
    }

    private void dialOrEnd() {
        if (getNumber() == null) {
            legs().forget(getAgent());
            ((NullActivity) getOwnActivity().getActivity()).endActivity();
            return;
        }
        Optional<Destination> phone = Destination.outside(
                store.configuration(),
                trunk -> store.outside().health().isUsable(trunk),
                getNumber(),
                null,
                ReachingCall.usualNumber(store.configuration()));
        if (phone.isEmpty()) {
            down(Cause.UNREACHABLE);
            return;
        }
        LegId leg = LegId.of(ids.next(), 1);
        setLeg(leg);
        setDialled(getNumber());
        setBegan(store.clock().instant());
        setAnswered(null);
        legs().note(getAgent(), StandingLegs.Stage.CALLING, "");
        long at = store.clock().millis() + LONGEST_RING_MILLIS;
        setRingTimer(timers.setTimer(getOwnActivity(), null, at, new TimerOptions()));
        boolean confirmed = store.configuration().settings().confirmOutside();
        OutgoingLegSbbLocal made = (OutgoingLegSbbLocal) CallState.create(getOutgoingLegs());
        made.dial(leg, phone.get().confirming(confirmed).announcing(PICKED_UP), null, getOwnActivity());
    }

    /** Empty when the leg is over. */
    private Optional<LegSbbLocal> leg() {
        return ((Collection<?>) getOutgoingLegs())
                .stream()
                        .map(LegSbbLocal.class::cast)
                        .filter(leg -> leg.id() != null && leg.id().equals(getLeg()))
                        .findFirst();
    }

    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        if (event.getTimerID().equals(getRingTimer()) && getAnswered() == null) {
            leg().ifPresent(leg -> leg.release(Cause.NO_ANSWER));
        }
    }

    public void onLegConnected(LegConnected event, ActivityContextInterface activity) {
        if (!event.leg().equals(getLeg())) {
            return;
        }
        log.info("The standing leg of agent {} is up", getAgent());
        setAnswered(store.clock().instant());
        write(null);
        legs().note(getAgent(), StandingLegs.Stage.UP, "");
        activities.name(getOwnActivity(), ActivityNames.standingLeg(getAgent()));
        beQuiet();
        tellAcd(true, "phone on the line");
    }

    private void beQuiet() {
        leg().map(LegSbbLocal::connection)
                .ifPresent(connection -> connection.player().play(QUIET));
    }

    /** Also told to the leg of a call that uses the media. */
    public void onLegReleased(LegReleased event, ActivityContextInterface activity) {
        if (!event.leg().equals(getLeg())) {
            return;
        }
        log.info("The standing leg of agent {} is over: {}", getAgent(), event.cause());
        if (getAnswered() != null) {
            activities.release(ActivityNames.standingLeg(getAgent()));
        }
        write(event.cause());
        setLeg(null);
        setUser(null);
        if (getDialled().equals(getNumber())) {
            down(event.cause());
        } else {
            dialOrEnd();
        }
    }

    private void down(Cause cause) {
        legs().note(getAgent(), StandingLegs.Stage.DOWN, cause.code());
        tellAcd(false, "phone off the line");
    }

    private StandingLegs legs() {
        return store.outside().standing();
    }

    /** @param end null while the leg stands */
    private void write(Cause end) {
        String trunk = leg().map(LegSbbLocal::trunk).orElse(null);
        store.append(new StandingLegEvent(
                getLeg(),
                getAgent(),
                trunk,
                getBegan(),
                getAnswered(),
                end == null ? null : store.clock().instant(),
                end == null ? null : end.code()));
    }

    public void onStandingLegWanted(StandingLegWanted event, ActivityContextInterface activity) {
        Optional<LegSbbLocal> leg =
                leg().filter(one -> getAnswered() != null && getUser() == null && one.connection() != null);
        if (leg.isEmpty()) {
            fireStandingLegLent(new StandingLegLent(event.by(), null), getOwnActivity(), null);
            return;
        }
        setUser(event.by());
        leg.get().connection().player().stop();
        if (((OutgoingLegSbbLocal) leg.get()).follow(event.by().call())) {
            lend();
        }
    }

    /** The media has come to where that of the call is. */
    public void onLegResumed(LegResumed event, ActivityContextInterface activity) {
        if (event.leg().equals(getLeg()) && getUser() != null) {
            lend();
        }
    }

    private void lend() {
        leg().map(LegSbbLocal::mediaActivity)
                .ifPresent(media -> fireStandingLegLent(
                        new StandingLegLent(getUser(), new LentMedia(media)), getOwnActivity(), null));
    }

    public void onStandingLegFreed(StandingLegFreed event, ActivityContextInterface activity) {
        if (event.by().equals(getUser())) {
            setUser(null);
            beQuiet();
        }
    }

    private void tellAcd(boolean there, String reason) {
        activities
                .find(ActivityNames.ACD)
                .ifPresent(acd -> fireStandingLegChanged(new StandingLegChanged(getAgent(), there, reason), acd, null));
    }

    /** What the failed transaction would have done is not known: the phone is called again when it is asked for. */
    @Override
    public void sbbRolledBack(RolledBackContext context) {
        log.error("The standing leg of agent {} could not handle {}", getAgent(), context.getEvent());
        if (context.getEvent() instanceof LegReleased over) {
            onLegReleased(over, getOwnActivity());
        } else if (getOwnActivity() != null) {
            leg().ifPresent(leg -> leg.release(Cause.TEMPORARY_FAILURE));
        }
    }
}
