package io.zongji.sbb.cti;

import io.zongji.domain.AgentId;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Device;
import io.zongji.domain.config.DialledNumber;
import io.zongji.domain.config.Extension;
import io.zongji.sbb.events.ActivityNames;
import java.util.Optional;

/** The part of a call that knows by which phone somebody is reached, inside and outside. */
public abstract class ReachingCall extends CallState {

    /** The agent's phone; empty for somebody who is none. */
    final String deviceOf(AgentId agent) {
        return configuration().agent(agent).map(Agent::extension).orElse("");
    }

    /** What rings when an extension is called, and where it is now; empty when it cannot be reached. */
    final Optional<Destination> phoneAt(String extension, String caller) {
        return phone(configuration().devices().at(extension), caller);
    }

    /** Where a device is now; empty when it cannot be reached. */
    final Optional<Destination> phone(Device device, String caller) {
        if (device.isStanding()) {
            return configuration()
                    .devices()
                    .userOf(device)
                    .filter(this::hasStandingLeg)
                    .map(agent -> Destination.standing(agent, device.number(), caller));
        }
        return device.isOutside()
                ? outside(device.number(), null, usualNumber())
                        .map(phone ->
                                phone.confirming(configuration().settings().confirmOutside()))
                : registeredAt(device.number(), caller);
    }

    private boolean hasStandingLeg(AgentId agent) {
        return activities().find(ActivityNames.standingLeg(agent)).isPresent();
    }

    /** Where a phone of ours is now: registered, or at its fixed address; empty when it is neither. */
    private Optional<Destination> registeredAt(String extension, String caller) {
        Optional<Destination> registered = registration(extension)
                .map(phone -> Destination.at(phone.getContact(), phone.getFlow(), caller, null, extension));
        return registered.or(() -> configuration()
                .extension(extension)
                .map(Extension::fixedContact)
                .map(contact -> new Destination(contact, caller)));
    }

    /** The number of ours that who is called outside sees, where the trunk has none of its own. */
    final String usualNumber() {
        return getOwnNumber() != null ? getOwnNumber() : usualNumber(configuration());
    }

    /** The number of ours that stands for all of them; empty when there is none. */
    static String usualNumber(Configuration configuration) {
        return configuration.dialledNumbers().stream()
                .map(DialledNumber::number)
                .findFirst()
                .orElse("");
    }

    /**
     * A number of the outside, over the trunks that take it and work; empty when none takes it.
     *
     * @param wished    as in {@link Destination#outside}
     * @param otherwise as there
     */
    final Optional<Destination> outside(String number, String wished, String otherwise) {
        return Destination.outside(configuration(), this::isUsable, number, wished, otherwise);
    }
}
