package io.zongji.web.setup;

import io.zongji.store.entity.ApiTokenRow;
import io.zongji.store.entity.PortalRole;
import io.zongji.web.access.ApiToken;
import io.zongji.web.access.Origins;
import io.zongji.web.page.Shown;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What programs sign in with. A token is shown when it is made and never again. */
@Named("tokens")
@ViewScoped
public class TokensPage extends Editor<ApiTokenRow> {

    private static final long serialVersionUID = 1L;
    private static final List<String> ROLES =
            List.of(PortalRole.AGENT, PortalRole.SUPERVISOR, PortalRole.INTEGRATOR, PortalRole.ADMINISTRATOR);

    @Inject
    private transient Shown shown;

    private String until;
    /** The new token's text until the next thing is done on the page; kept nowhere else. */
    private transient String issued;

    @Override
    protected List<ApiTokenRow> read() {
        return setUp().all(ApiTokenRow.class, "name");
    }

    @Override
    protected ApiTokenRow usual() {
        until = null;
        issued = null;
        ApiTokenRow row = new ApiTokenRow();
        row.setRole(PortalRole.INTEGRATOR);
        return row;
    }

    @Override
    public void edit(ApiTokenRow row) {
        super.edit(row);
        issued = null;
        until = row.getExpiresAt() == null ? null : shown.day(row.getExpiresAt().minusMillis(1));
    }

    @Override
    public void cancel() {
        super.cancel();
        issued = null;
    }

    @Override
    protected String name(ApiTokenRow row) {
        return row.getName();
    }

    @Override
    protected String savedKey() {
        return "tokens.saved";
    }

    @Override
    protected void check(ApiTokenRow row) {
        if (PortalRole.AGENT.equals(row.getRole()) && row.getAgentId() == null) {
            refuse("agent", "tokens.agent.missing");
        }
        try {
            row.setOrigins(Origins.of(row.getOrigins()).text());
        } catch (IllegalArgumentException e) {
            refuse("origins", "tokens.origins.bad", e.getMessage());
        }
        if (Identifiers.blank(until)) {
            row.setExpiresAt(null);
            return;
        }
        Instant end = endOf(until);
        row.setExpiresAt(end);
        if (end == null || end.isBefore(Clock.systemUTC().instant())) {
            refuse("until", "tokens.until.past");
        }
    }

    private Instant endOf(String day) {
        try {
            return LocalDate.parse(day).plusDays(1).atStartOfDay(shown.zone()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    protected void write(ApiTokenRow row) {
        if (!isFresh()) {
            super.write(row);
            return;
        }
        ApiToken token = ApiToken.fresh(new SecureRandom());
        row.setId(token.id());
        row.setSecretHash(token.hash());
        row.setCreatedAt(Clock.systemUTC().instant());
        row.setCreatedBy(visitor().getUser().login());
        super.write(row);
        issued = token.text();
    }

    @Override
    protected void delete(ApiTokenRow row) {
        issued = null;
        setUp().remove(ApiTokenRow.class, row.getId());
    }

    /** Whether the token is out of force. */
    public boolean expired(ApiTokenRow row) {
        // The header of a column asks too, without a row.
        return row != null
                && row.getExpiresAt() != null
                && row.getExpiresAt().isBefore(Clock.systemUTC().instant());
    }

    /** The token that was made just now; null when none was. */
    public String getIssued() {
        return issued;
    }

    /** The roles to choose from. */
    public List<String> getRoles() {
        return ROLES;
    }

    /** The last day of the token, ISO 8601; null for no end. */
    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
