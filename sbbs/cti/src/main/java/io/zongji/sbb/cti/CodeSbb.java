package io.zongji.sbb.cti;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallIdGenerator;
import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.AdmissionDecision;
import io.zongji.domain.config.Extension;
import io.zongji.domain.phone.AgentCode;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.PlayerEvent;
import io.zongji.ra.store.AgentCodes;
import io.zongji.ra.store.CallCentreStore;
import io.zongji.sbb.NamedActivities;
import io.zongji.sbb.ServiceSbb;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.LegConnected;
import io.zongji.sbb.events.LegReleased;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.sip.RequestEvent;
import javax.slee.ActivityContextInterface;
import javax.slee.ChildRelation;
import javax.slee.InitialEventSelector;
import javax.slee.nullactivity.NullActivity;
import net.java.slee.resource.sip.SleeSipProvider;

/**
 * A code that an agent dials: the phone hears whether it is heeded, and what was asked for happens when it has hung up, so
 * that a call of a queue finds it free. It is no call, and the journal has no word of it but the agent's new state.
 */
public abstract class CodeSbb extends ServiceSbb {

    static final String TOLD = "code-";
    private static final String REFUSED = "refused";

    private CallCentreStore store;
    private NamedActivities activities;
    private Reception reception;
    private CallIdGenerator ids;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        store = (CallCentreStore) environment.lookup("slee/resources/store/1.0/store");
        activities = new NamedActivities(environment);
        reception = new Reception((SleeSipProvider) environment.lookup("slee/resources/jainsip/1.2/provider"), store);
        ids = new CallIdGenerator(store.clock(), new SecureRandom());
    }

    public abstract ChildRelation getIncomingLegs();

    public abstract ActivityContextInterface getOwnActivity();

    public abstract void setOwnActivity(ActivityContextInterface activity);

    /** Null for a guest who is not known yet. */
    public abstract AgentId getAgent();

    public abstract void setAgent(AgentId agent);

    public abstract AgentCode getCode();

    public abstract void setCode(AgentCode code);

    /** The phone has heard that it is heeded. */
    public abstract boolean getDue();

    public abstract void setDue(boolean due);

    /** Only codes; all other numbers are calls. */
    public InitialEventSelector selectCode(InitialEventSelector selector) {
        selector.setInitialEvent(Reception.dialsCode((RequestEvent) selector.getEvent()));
        selector.setActivityContextSelected(true);
        return selector;
    }

    public void onInvite(RequestEvent invite, ActivityContextInterface transaction) {
        transaction.detach(context().getSbbLocalObject());
        AdmissionDecision decision = reception.decide(invite);
        if (decision instanceof AdmissionDecision.ToCode dialled) {
            setAgent(dialled.agent());
            setCode(dialled.code());
        } else if (decision instanceof AdmissionDecision.ToGuestSignIn dialled) {
            setCode(AgentCode.SIGN_IN);
            expectGuest(dialled);
        } else {
            reception.refuse(invite, InviteRefusal.of(decision));
            return;
        }
        setOwnActivity(activities.open(context().getSbbLocalObject()));
        IncomingLegSbbLocal leg = (IncomingLegSbbLocal) CallState.create(getIncomingLegs());
        leg.accept(LegId.of(ids.next(), 1), invite, null, transaction, getOwnActivity());
    }

    /** Somebody wants to sign in at a phone that is not the own one. */
    abstract void expectGuest(AdmissionDecision.ToGuestSignIn dialled);

    /** Whether that is so. */
    abstract boolean hasGuest();

    /** Asks the guest, who can hear now, for what is still to be known. */
    abstract void askGuest();

    /** The guest may sign in, and has heard it. */
    abstract void signInGuest();

    public void onLegConnected(LegConnected event, ActivityContextInterface activity) {
        LegSbbLocal phone = phone();
        if (phone == null || phone.connection() == null) {
            return; // has just hung up
        }
        phone.mediaActivity().attach(context().getSbbLocalObject());
        if (hasGuest()) {
            askGuest();
        } else {
            setDue(codes().permits(getAgent(), getCode()));
            tell(getDue() ? getCode().name() : REFUSED);
        }
    }

    /** The last that the phone hears. */
    final void tell(String outcome) {
        LegSbbLocal phone = phone();
        if (phone != null && phone.connection() != null) {
            String prompt = TOLD + outcome.toLowerCase(Locale.ROOT).replace('_', '-');
            phone.connection().player().play(PlayRequest.once(TOLD, List.of(prompt), false));
        }
    }

    public void onPlayerEvent(PlayerEvent event, ActivityContextInterface activity) {
        LegSbbLocal phone = phone();
        if (phone != null && event.playId().equals(TOLD)) {
            phone.release(Cause.NORMAL);
        }
    }

    public void onLegReleased(LegReleased event, ActivityContextInterface activity) {
        if (getDue() && hasGuest()) {
            signInGuest();
        } else if (getDue()) {
            codes().carryOut(getAgent(), getCode());
        }
        ((NullActivity) getOwnActivity().getActivity()).endActivity();
    }

    final AgentCodes codes() {
        return store.phones().codes();
    }

    /** Whether calls reach the phone of this extension. */
    final boolean isReachable(String extension) {
        return activities.find(ActivityNames.registration(extension)).isPresent()
                || store.configuration()
                        .extension(extension)
                        .map(Extension::fixedContact)
                        .isPresent();
    }

    /** Null when it has hung up. */
    final LegSbbLocal phone() {
        return ((Collection<?>) getIncomingLegs())
                .stream().map(LegSbbLocal.class::cast).findFirst().orElse(null);
    }
}
