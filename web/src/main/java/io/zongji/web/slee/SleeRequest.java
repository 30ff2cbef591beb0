package io.zongji.web.slee;

import io.zongji.server.CallCentre;
import io.zongji.server.deployment.EntityView;
import io.zongji.server.deployment.RefusedException;
import io.zongji.server.deployment.ServiceView;
import io.zongji.server.deployment.SleeAdministration;
import io.zongji.server.deployment.UnitView;
import io.zongji.store.audit.AuditAction;
import io.zongji.web.Visitor;
import io.zongji.web.Words;
import io.zongji.web.audit.Audit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one request sees of the SLEE and does to it. Tells the visitor of each outcome, and the log who did it. */
@RequestScoped
public class SleeRequest {
    private static final Logger log = LoggerFactory.getLogger(SleeRequest.class);

    @Inject
    private CallCentre callCentre;

    @Inject
    private Visitor visitor;

    @Inject
    private Audit audit;

    private List<UnitView> units;
    private List<ServiceView> services;
    private List<EntityView> entities;

    List<UnitView> units() {
        if (units == null) {
            units = slee().units();
        }
        return units;
    }

    List<ServiceView> services() {
        if (services == null) {
            services = slee().services();
        }
        return services;
    }

    List<EntityView> entities() {
        if (entities == null) {
            entities = slee().entities();
        }
        return entities;
    }

    SleeAdministration slee() {
        return callCentre.deployment();
    }

    String words(String key, Object... arguments) {
        return visitor.words().get(key, arguments);
    }

    /** Something that the SLEE may refuse. */
    interface Action {
        void on(SleeAdministration slee) throws RefusedException;
    }

    /**
     * Does something and says so.
     *
     * @param done the key of the text for when it is done, which the log has too
     * @return null if it was done, else why not
     */
    RefusedException attempt(Action action, String done, Object... about) {
        String who = visitor.getUser().login();
        try {
            action.on(slee());
            log.info("{}: {} {}", who, done, about);
            report(done, null, about);
            tell(FacesMessage.SEVERITY_INFO, words(done, about));
            return null;
        } catch (RefusedException e) {
            log.info("{}: {} {} refused: {}", who, done, about, e.getMessage());
            report(done, e.getMessage(), about);
            tell(
                    FacesMessage.SEVERITY_ERROR,
                    e.faults().isEmpty()
                            ? words("slee.refused", e.getMessage())
                            : words("slee.refused.faults", about[0], e.faults().size()));
            return e;
        } finally {
            units = null;
            services = null;
            entities = null;
        }
    }

    /** Told in English, as the log is, whatever the visitor's language. */
    private void report(String done, String refused, Object... about) {
        String what = Words.in(Locale.ENGLISH).get(done, about);
        audit.asked(
                visitor.actor(),
                AuditAction.DEPLOYMENT,
                String.valueOf(about[0]),
                refused == null ? null : "refused",
                refused == null ? what : what + " - refused: " + refused);
    }

    void tell(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }
}
