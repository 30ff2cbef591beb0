package io.zongji.server;

import io.zongji.domain.AgentId;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.phone.PhoneToken;
import io.zongji.domain.phone.PhoneTokens;
import io.zongji.domain.phone.RelayAccess;
import io.zongji.sbb.events.SignInEnded;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets pages of signed-in agents be their phones. Thread-safe. */
public final class PageLines {

    private final Supplier<Configuration> configuration;
    private final PhoneTokens tokens;
    private final EventInlet slee;
    private final URI sip;
    private final VoiceRelays relays;
    private final Clock clock;

    /** @param sip where SIP over WebSocket is taken; null when nowhere */
    PageLines(
            Supplier<Configuration> configuration,
            PhoneTokens tokens,
            EventInlet slee,
            URI sip,
            VoiceRelays relays,
            Clock clock) {
        this.configuration = configuration;
        this.tokens = tokens;
        this.slee = slee;
        this.sip = sip;
        this.relays = relays;
        this.clock = clock;
    }

    /**
     * A token by which one page may register as the agent's own extension, within {@link PhoneTokens#LIFE}.
     *
     * @param holder names the portal session; the same for all of its tokens
     * @return empty when the agent has no extension, the session has ended, or SIP over WebSocket is off
     */
    public Optional<PhoneToken> token(AgentId agent, String holder) {
        return sip == null
                ? Optional.empty()
                : configuration
                        .get()
                        .agent(agent)
                        .map(Agent::extension)
                        .flatMap(extension -> tokens.issue(extension, holder));
    }

    /** By which the page with this token may have its voice relayed, where nothing else gets through; empty when relays are not set up. */
    public List<RelayAccess> relays(PhoneToken token) {
        return relays.access(token.extension(), clock.instant());
    }

    /** The realm that the registrar asks for credentials in. */
    public String realm() {
        return configuration.get().settings().realm();
    }

    /** Where SIP over WebSocket is taken, seen from this server; null when nowhere. */
    public URI sip() {
        return sip;
    }

    /** A portal session is over: its tokens are worth nothing, and what it registered is ended. */
    public void signedOut(AgentId agent, String holder) {
        tokens.revoke(holder);
        configuration
                .get()
                .agent(agent)
                .map(Agent::extension)
                .ifPresent(extension -> slee.fire(new SignInEnded(extension, holder)));
    }
}
