package io.zongji.web.page;

import io.zongji.domain.config.PhoneNumber;
import io.zongji.server.CallCentre;
import io.zongji.store.audit.AuditAction;
import io.zongji.store.entity.BlacklistRow;
import io.zongji.web.Settings;
import io.zongji.web.Visitor;
import io.zongji.web.audit.Audit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** Who is kept out, and until when. */
@Named("blacklist")
@RequestScoped
public class BlacklistPage {
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,20}\\*?");

    @Inject
    private Settings settings;

    @Inject
    private CallCentre callCentre;

    @Inject
    private Visitor visitor;

    @Inject
    private Shown shown;

    @Inject
    private Audit audit;

    private String number;
    private String reason;
    private String until;
    private List<BlacklistRow> rows;

    public List<BlacklistRow> getRows() {
        if (rows == null) {
            rows = settings.blacklist();
        }
        return rows;
    }

    /** Whether the entry is out of force: it is kept to be seen, but stops nobody. */
    public boolean expired(BlacklistRow row) {
        // The header of a column asks too, without a row.
        return row != null
                && row.getExpiresAt() != null
                && row.getExpiresAt().isBefore(Clock.systemUTC().instant());
    }

    public void add() {
        String asked = number == null ? "" : number.replaceAll("[\\s()-]", "");
        if (!NUMBER.matcher(asked).matches()) {
            tell("number", FacesMessage.SEVERITY_ERROR, visitor.words().get("blacklist.badNumber"));
            return;
        }
        Instant expires = null;
        if (until != null && !until.isBlank()) {
            expires = endOf(until);
            if (expires == null || expires.isBefore(Clock.systemUTC().instant())) {
                tell("until", FacesMessage.SEVERITY_ERROR, visitor.words().get("blacklist.past"));
                return;
            }
        }
        String stored = asked.endsWith("*") ? asked : PhoneNumber.normalise(asked);
        String why = reason == null ? "" : reason.trim();
        if (!settings.block(stored, why, expires, visitor.getUser().login())) {
            tell("number", FacesMessage.SEVERITY_ERROR, visitor.words().get("blacklist.twice", stored));
            return;
        }
        callCentre.configuration().reload();
        audit.done(visitor.actor(), AuditAction.CREATE, "blacklist " + stored, why);
        tell(null, FacesMessage.SEVERITY_INFO, visitor.words().get("blacklist.added", stored));
        number = null;
        reason = null;
        until = null;
        rows = null;
    }

    public void remove(long id, String removed) {
        settings.unblock(id);
        audit.done(visitor.actor(), AuditAction.REMOVE, "blacklist " + removed, "");
        callCentre.configuration().reload();
        rows = null;
        tell(null, FacesMessage.SEVERITY_INFO, visitor.words().get("blacklist.removed", removed));
    }

    private Instant endOf(String day) {
        try {
            return LocalDate.parse(day).plusDays(1).atStartOfDay(shown.zone()).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static void tell(String field, FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(field, new FacesMessage(severity, text, null));
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
