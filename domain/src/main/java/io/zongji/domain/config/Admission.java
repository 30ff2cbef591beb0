package io.zongji.domain.config;

import io.zongji.domain.call.Cause;
import io.zongji.domain.phone.AgentCode;
import io.zongji.domain.phone.DialledCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether an INVITE is let in. Trunks are believed by digest, by the contact that only they know, or by address, extensions by digest or by their fixed
 * address; anybody else is challenged and learns nothing, not even which numbers exist.
 */
public final class Admission {
    private Admission() {}

    public static AdmissionDecision decide(IncomingInvite invite, Configuration configuration, Instant now) {
        Optional<Extension> extension = callingExtension(invite, configuration);
        if (extension.isPresent()) {
            return fromExtension(extension.get(), invite, configuration);
        }
        Optional<Trunk> trunk = Optional.ofNullable(invite.verifiedUser())
                .flatMap(configuration::trunkByDigestUser)
                .or(() -> configuration.trunkByContact(invite.requestUser()))
                .or(() -> configuration.trunkByAddress(invite.sourceAddress()));
        if (trunk.isPresent()) {
            return fromTrunk(trunk.get(), invite, configuration, now);
        }
        if (invite.verifiedUser() != null) {
            return new AdmissionDecision.Refuse(
                    Cause.FORBIDDEN,
                    invite.fromUser(),
                    invite.requestUser(),
                    null,
                    false,
                    "user " + invite.verifiedUser() + " is neither an extension nor a trunk");
        }
        return new AdmissionDecision.Challenge("unknown source " + invite.sourceAddress());
    }

    private static Optional<Extension> callingExtension(IncomingInvite invite, Configuration configuration) {
        if (invite.verifiedUser() != null) {
            return configuration.extension(invite.verifiedUser());
        }
        return configuration.extension(invite.fromUser()).filter(extension -> extension
                .fixedAddress()
                .filter(address -> comesFrom(address, invite))
                .isPresent());
    }

    private static boolean comesFrom(SipAddress address, IncomingInvite invite) {
        int port = address.port() < 0 ? 5060 : address.port();
        return address.host().equals(invite.sourceAddress()) && port == invite.sourcePort();
    }

    private static AdmissionDecision fromExtension(
            Extension caller, IncomingInvite invite, Configuration configuration) {
        String dialled = invite.requestUser();
        Optional<DialledCode> code = DialledCode.of(dialled);
        if (code.isPresent()) {
            return toCode(caller, code.get(), configuration);
        }
        Optional<Extension> called = configuration.extension(dialled);
        if (called.isPresent() && called.get().number().equals(caller.number())) {
            return refuse(Cause.BUSY, caller.number(), dialled, null, "extension " + dialled + " called itself");
        }
        if (called.isPresent()) {
            return new AdmissionDecision.ToExtension(
                    caller, called.get(), "extension " + caller.number() + " calls " + dialled);
        }
        Optional<DialledNumber> number = configuration.dialledNumber(dialled);
        if (number.isEmpty() && configuration.trunkTo(dialled).isPresent()) {
            return toOutside(caller, dialled, configuration);
        } else if (number.isEmpty()) {
            return refuse(Cause.UNALLOCATED_NUMBER, caller.number(), dialled, null, "no number " + dialled);
        }
        return toFlow(number.get(), caller.number(), null, caller, configuration);
    }

    /** The phone has proved which one it is, and at a phone works one agent; anybody else has to prove who it is. */
    private static AdmissionDecision toCode(Extension caller, DialledCode dialled, Configuration configuration) {
        Optional<Agent> agent = configuration.devices().agentAt(caller.number());
        boolean anybody = dialled.code() == AgentCode.SIGN_IN && agent.isEmpty();
        if (dialled.ofGuest() || anybody) {
            DialledCode guest = dialled.ofGuest() ? dialled : DialledCode.signInOfAnybody();
            return new AdmissionDecision.ToGuestSignIn(caller, guest, reason(caller, guest));
        }
        return agent.<AdmissionDecision>map(
                        one -> new AdmissionDecision.ToCode(one.id(), dialled.code(), reason(caller, dialled)))
                .orElseGet(() -> refuse(
                        Cause.FORBIDDEN,
                        caller.number(),
                        dialled.code().dialled(),
                        null,
                        "no agent works at extension " + caller.number()));
    }

    private static String reason(Extension caller, DialledCode dialled) {
        return "extension " + caller.number() + " asks for " + dialled;
    }

    /** Calls out cost money: agents make them, not any phone that knows a password. */
    private static AdmissionDecision toOutside(Extension caller, String dialled, Configuration configuration) {
        boolean agents = configuration.agentByExtension(caller.number()).isPresent()
                || configuration.devices().agentAt(caller.number()).isPresent();
        return agents
                ? new AdmissionDecision.ToOutside(
                        caller, dialled, "extension " + caller.number() + " calls outside: " + dialled)
                : refuse(
                        Cause.FORBIDDEN,
                        caller.number(),
                        dialled,
                        null,
                        "extension " + caller.number() + " is no agent's and may not call outside");
    }

    private static AdmissionDecision fromTrunk(
            Trunk trunk, IncomingInvite invite, Configuration configuration, Instant now) {
        String caller = PhoneNumber.normalise(invite.fromUser());
        String dialled = dialled(trunk, invite, configuration);
        Optional<BlacklistEntry> entry = configuration.blocked(caller, now);
        if (entry.isPresent()) {
            return new AdmissionDecision.Blocked(
                    caller, dialled, trunk, entry.get(), "caller " + caller + " is on the blacklist");
        }
        Optional<DialledNumber> number = configuration.dialledNumber(dialled);
        if (number.isEmpty()) {
            return refuse(Cause.UNALLOCATED_NUMBER, caller, dialled, trunk, "no number " + dialled);
        }
        return toFlow(number.get(), caller, trunk, null, configuration);
    }

    /**
     * Who is called at a contact of ours stands in To, where carriers write the number; else it is the one that we have
     * registered.
     */
    private static String dialled(Trunk trunk, IncomingInvite invite, Configuration configuration) {
        if (!invite.requestUser().equals(trunk.contactUser())) {
            return PhoneNumber.normalise(invite.requestUser());
        }
        String to = PhoneNumber.normalise(invite.toUser());
        String registered = PhoneNumber.normalise(trunk.registration().account().user());
        return configuration.dialledNumber(to).isEmpty()
                        && configuration.dialledNumber(registered).isPresent()
                ? registered
                : to;
    }

    private static AdmissionDecision toFlow(
            DialledNumber number, String caller, Trunk trunk, Extension extension, Configuration configuration) {
        if (configuration.flow(number.flow()).isEmpty()) {
            return refuse(
                    Cause.FLOW_ERROR,
                    caller,
                    number.number(),
                    trunk,
                    "number " + number.number() + " has no flow " + number.flow());
        }
        String source = trunk == null ? "extension " + caller : "trunk " + trunk.name();
        return new AdmissionDecision.ToFlow(
                caller,
                number.number(),
                number.flow(),
                trunk,
                extension,
                source + " dialled " + number.number() + ": flow " + number.flow());
    }

    private static AdmissionDecision refuse(Cause cause, String caller, String dialled, Trunk trunk, String reason) {
        return new AdmissionDecision.Refuse(cause, caller, dialled, trunk, true, reason);
    }
}
