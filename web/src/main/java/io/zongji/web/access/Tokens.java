package io.zongji.web.access;

import io.zongji.store.entity.ApiTokenRow;
import io.zongji.web.SignedInUser;
import io.zongji.web.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tokens that are valid at this moment, as the database knows them. Thread-safe. */
@ApplicationScoped
@Transactional
public class Tokens {
    private final Clock clock = Clock.systemUTC();

    @PersistenceContext(unitName = "zongji")
    private EntityManager database;

    @Inject
    private Audit audit;

    @Inject
    private SignInDelays delays;

    /**
     * Who presents this.
     *
     * @param text    as it came; may be null or nonsense
     * @param address from where it came; empty when unknown
     * @return nobody when it is no token, is expired or removed, or its agent may not sign in any more; that is in the audit log then.
     *     Nobody either while {@link #waits} says so
     */
    public Optional<TokenBearer> find(String text, String address) {
        Optional<ApiToken> presented = ApiToken.read(text);
        String login = login(presented);
        if (!delays.begin(login, address).isZero()) {
            return Optional.empty();
        }
        Optional<TokenBearer> bearer = presented.flatMap(this::find);
        if (bearer.isPresent()) {
            delays.succeeded(login, address);
        } else {
            audit.refusedStranger(login, address);
            Duration wait = delays.failed(login, address);
            if (!wait.isZero()) {
                audit.slowedDown(login, address, wait);
            }
        }
        return bearer;
    }

    /** How long who presents this has to wait after failures; zero when it is looked at. */
    public Duration waits(String text, String address) {
        return delays.waits(login(ApiToken.read(text)), address);
    }

    private Optional<TokenBearer> find(ApiToken presented) {
        ApiTokenRow row = database.find(ApiTokenRow.class, presented.id());
        // A token that is not there costs the same comparison as one that is.
        boolean right = presented.matches(row == null ? "" : row.getSecretHash());
        return right && valid(row) ? Optional.of(bearer(row)) : Optional.empty();
    }

    /** The tokens that are valid now, by their ids. */
    public Map<String, TokenBearer> valid() {
        return database.createQuery("""
                        select t from ApiTokenRow t where t.agentId is null
                        or not exists (select 1 from PortalUserRow u where u.agentId = t.agentId)
                        or exists (select 1 from PortalUserRow u where u.agentId = t.agentId and u.enabled = true)""", ApiTokenRow.class)
                .getResultStream()
                .filter(row -> !expired(row))
                .map(Tokens::bearer)
                .collect(Collectors.toMap(TokenBearer::token, bearer -> bearer));
    }

    /** Whether pages of this origin may use a token at all; which one is seen when they show it. */
    public boolean allowOrigin(String origin) {
        return all().stream().filter(row -> !expired(row)).anyMatch(row -> Origins.of(row.getOrigins())
                .allow(origin));
    }

    private List<ApiTokenRow> all() {
        return database.createQuery("select t from ApiTokenRow t", ApiTokenRow.class)
                .getResultList();
    }

    private boolean valid(ApiTokenRow row) {
        return !expired(row) && (row.getAgentId() == null || agentMaySignIn(row.getAgentId()));
    }

    private boolean expired(ApiTokenRow row) {
        Instant end = row.getExpiresAt();
        return end != null && !clock.instant().isBefore(end);
    }

    /** What is taken from the agent is taken from the programs that act for the agent. */
    private boolean agentMaySignIn(String agent) {
        List<Boolean> users = database.createQuery(
                        "select u.enabled from PortalUserRow u where u.agentId = :agent", Boolean.class)
                .setParameter("agent", agent)
                .getResultList();
        return users.isEmpty() || users.contains(true);
    }

    private static String login(Optional<ApiToken> presented) {
        return presented.map(token -> login(token.id())).orElse("token");
    }

    private static String login(String id) {
        return "token:" + id;
    }

    private static TokenBearer bearer(ApiTokenRow row) {
        SignedInUser user =
                new SignedInUser(login(row.getId()), row.getName(), row.getAgentId(), Set.of(row.getRole()), "");
        return new TokenBearer(row.getId(), user, Origins.of(row.getOrigins()), row.getExpiresAt());
    }
}
