package io.zongji.sbb.acd;

import io.zongji.domain.AgentId;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Device;
import io.zongji.domain.config.Extension;
import io.zongji.sbb.events.PhoneWatched;
import io.zongji.sbb.events.StandingLegOrder;
import java.util.HashSet;
import java.util.Optional;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;

/** What the ACD knows of the phones at which agents work, and has done with them while an agent is signed in. */
public abstract class AcdPhones extends AcdState {

    /** The agents for whom a standing leg was ordered, and not its end. */
    public abstract HashSet<AgentId> getStandingLegs();

    public abstract void setStandingLegs(HashSet<AgentId> agents);

    public abstract void fireStandingLegOrder(
            StandingLegOrder event, ActivityContextInterface activity, Address address);

    static boolean hasFixedPhone(Configuration configuration, Agent agent) {
        return configuration
                .devices()
                .of(agent.id())
                .flatMap(device -> configuration.extension(device.number()))
                .map(Extension::fixedContact)
                .isPresent();
    }

    /** Whether calls can be rung at the phone now. */
    final boolean isThere(AgentId agent) {
        return standingNumber(agent).isPresent() ? hasStandingLeg(agent) : isReachable(agent);
    }

    /** Whether the phone is there, or can be called. */
    final boolean isReachable(AgentId agent) {
        Configuration configuration = store().configuration();
        Device device = configuration.devices().of(agent).orElse(null);
        if (device == null) {
            return false;
        } else if (device.isOutside()) {
            return configuration.trunkTo(device.number()).isPresent();
        }
        return isRegistered(device.number())
                || configuration
                        .agent(agent)
                        .filter(found -> hasFixedPhone(configuration, found))
                        .isPresent();
    }

    /** Where the agent's standing leg is to be; empty for an agent who has none. */
    final Optional<String> standingNumber(AgentId agent) {
        return store().configuration()
                .devices()
                .of(agent)
                .filter(Device::isStanding)
                .map(Device::number);
    }

    /** The loss of a phone has to be noticed soon while its agent is signed in. */
    final void watchPhone(AgentId agent) {
        boolean on = isSignedIn(agent);
        store().configuration()
                .devices()
                .of(agent)
                .filter(device -> !device.isOutside())
                .ifPresent(device ->
                        toPhone(device.number(), phone -> firePhoneWatched(new PhoneWatched(on), phone, null)));
        keepStandingLeg(agent);
    }

    /** Has the phone outside called that is to stay on the line, unless it is; or let go. */
    final void keepStandingLeg(AgentId agent) {
        String number = isSignedIn(agent) ? standingNumber(agent).orElse(null) : null;
        HashSet<AgentId> standing = getStandingLegs() == null ? new HashSet<>() : new HashSet<>(getStandingLegs());
        boolean had = number == null ? standing.remove(agent) : !standing.add(agent);
        if (number != null || had) {
            setStandingLegs(standing);
            fireStandingLegOrder(new StandingLegOrder(agent, number), getOwnActivity(), null);
        }
    }

    private boolean isSignedIn(AgentId agent) {
        return getAcd().engine()
                .status(agent)
                .filter(status -> status.state().signedIn())
                .isPresent();
    }
}
