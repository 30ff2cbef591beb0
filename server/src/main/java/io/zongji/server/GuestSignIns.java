package io.zongji.server;

import io.zongji.domain.AgentId;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.phone.GuestSignIn;
import io.zongji.domain.phone.GuestSignIn.Outcome;
import io.zongji.domain.phone.Pin;
import io.zongji.domain.phone.PinTries;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.store.audit.AuditAction;
import io.zongji.store.audit.AuditEntry;
import io.zongji.store.config.PortalPassword;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Decides whether somebody may sign in at a phone that is not the own one. Until number and PIN are right nothing is told but that they
 * are wrong, or that there is no PIN. The audit log has each wrong try, but never what was keyed when that is nobody's number: it
 * may be a PIN. Thread-safe.
 */
final class GuestSignIns {

    private static final String WRONG = "wrongPin";
    private static final String LOCKED = "tooManyFailures";
    /** Compared with when there is no agent of the number, so that this takes as long. */
    private static final String NOBODYS = PortalPassword.hash("nobody");

    private final Supplier<Configuration> configuration;
    private final AgentDesk desk;
    private final PinTries tries;
    private final Consumer<AuditEntry> audit;
    private final Clock clock;

    GuestSignIns(
            Supplier<Configuration> configuration,
            AgentDesk desk,
            PinTries tries,
            Consumer<AuditEntry> audit,
            Clock clock) {
        this.configuration = configuration;
        this.desk = desk;
        this.tries = tries;
        this.audit = audit;
        this.clock = clock;
    }

    GuestSignIn check(String number, String pin, String phone) {
        Configuration now = configuration.get();
        Optional<Agent> agent = now.agentByJobNumber(number);
        Optional<String> hash = agent.flatMap(one -> now.pinHash(one.id()));
        if (agent.isPresent() && hash.isEmpty()) {
            return GuestSignIn.not(Outcome.NO_PIN);
        }
        AgentId id = agent.map(Agent::id).orElse(null);
        if (!tries.begin(id, hash.orElse(NOBODYS), phone)) {
            return GuestSignIn.not(Outcome.LOCKED);
        }
        boolean right = PortalPassword.matches(pin, hash.orElse(NOBODYS)) && Pin.isPin(pin);
        if (!right || id == null) {
            wrong(id, phone);
            return GuestSignIn.not(Outcome.WRONG);
        }
        tries.right(id, phone);
        return permitted(agent.get(), phone);
    }

    private GuestSignIn permitted(Agent agent, String phone) {
        if (!agent.rights().online()) {
            return GuestSignIn.not(Outcome.NOT_PERMITTED);
        }
        String refusal = desk.refusalAt(agent.id(), phone);
        if (refusal != null) {
            return GuestSignIn.not(refusal.equals(AgentRequest.DEVICE_TAKEN) ? Outcome.TAKEN : Outcome.REFUSED);
        }
        write(agent.id().value(), phone, AuditAction.PHONE_SIGN_IN, AuditEntry.DONE, "");
        return new GuestSignIn(Outcome.SIGN_IN, agent.id());
    }

    private void wrong(AgentId agent, String phone) {
        String login = agent == null ? "" : agent.value();
        write(login, phone, AuditAction.PHONE_SIGN_IN, WRONG, "");
        if (agent != null && tries.isLocked(agent)) {
            write(login, phone, AuditAction.PHONE_SIGN_IN, LOCKED, PinTries.LOCKED.toSeconds() + " s");
        }
    }

    private void write(String login, String phone, AuditAction action, String outcome, String detail) {
        audit.accept(new AuditEntry(clock.instant(), login, "", action, "extension " + phone, "", outcome, detail));
    }
}
