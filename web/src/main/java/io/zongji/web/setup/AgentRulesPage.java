package io.zongji.web.setup;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Settings;
import io.zongji.domain.config.SkillSignIn;
import io.zongji.store.audit.AuditAction;
import io.zongji.store.config.SettingNames;
import io.zongji.web.Visitor;
import io.zongji.web.audit.Audit;
import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** What holds for all agents: the state after signing in, choosing of queues, where a rest leads and whether it has to be allowed, and what phones outside have to do. */
@Named("agentRules")
@ViewScoped
public class AgentRulesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private SetUp setUp;

    @Inject
    private InForce inForce;

    @Inject
    private Visitor visitor;

    @Inject
    private Audit audit;

    private AgentState afterSignIn;
    private SkillSignIn skillSignIn;
    private AgentState afterRest;
    private boolean resetQueues;
    private boolean restApproval;
    private boolean confirmOutside;

    @PostConstruct
    void read() {
        Settings settings = inForce.configuration().settings();
        afterSignIn = settings.stateAfterSignIn();
        skillSignIn = settings.skillSignIn();
        afterRest = settings.stateAfterRest();
        resetQueues = settings.resetQueues();
        restApproval = settings.restApproval();
        confirmOutside = settings.confirmOutside();
    }

    public void save() {
        RowState before = inForceNow();
        setUp.set(SettingNames.STATE_AFTER_SIGN_IN, afterSignIn.name());
        setUp.set(SettingNames.SKILL_SIGN_IN, skillSignIn.name());
        setUp.set(SettingNames.STATE_AFTER_REST, afterRest.name());
        setUp.set(SettingNames.RESET_QUEUES, Boolean.toString(resetQueues));
        setUp.set(SettingNames.REST_APPROVAL, Boolean.toString(restApproval));
        setUp.set(SettingNames.CONFIRM_OUTSIDE, Boolean.toString(confirmOutside));
        inForce.renew();
        audit.done(visitor.actor(), AuditAction.CHANGE, "settings", before.changesTo(inForceNow()));
        FacesContext.getCurrentInstance()
                .addMessage(
                        null,
                        new FacesMessage(
                                FacesMessage.SEVERITY_INFO, visitor.words().get("rules.saved"), null));
    }

    private RowState inForceNow() {
        Settings settings = inForce.configuration().settings();
        return new RowState(Map.of(
                SettingNames.STATE_AFTER_SIGN_IN, settings.stateAfterSignIn().name(),
                SettingNames.SKILL_SIGN_IN, settings.skillSignIn().name(),
                SettingNames.STATE_AFTER_REST, settings.stateAfterRest().name(),
                SettingNames.RESET_QUEUES, Boolean.toString(settings.resetQueues()),
                SettingNames.REST_APPROVAL, Boolean.toString(settings.restApproval()),
                SettingNames.CONFIRM_OUTSIDE, Boolean.toString(settings.confirmOutside())));
    }

    /** What may follow signing in. */
    public List<AgentState> getSignInStates() {
        return List.of(AgentState.IDLE, AgentState.WRAP_UP, AgentState.BUSY);
    }

    /** What may follow a rest whose time is over. */
    public List<AgentState> getRestStates() {
        return List.of(AgentState.BUSY, AgentState.IDLE);
    }

    public SkillSignIn[] getSkillSignIns() {
        return SkillSignIn.values();
    }

    public AgentState getAfterSignIn() {
        return afterSignIn;
    }

    public void setAfterSignIn(AgentState afterSignIn) {
        this.afterSignIn = afterSignIn;
    }

    public SkillSignIn getSkillSignIn() {
        return skillSignIn;
    }

    public void setSkillSignIn(SkillSignIn skillSignIn) {
        this.skillSignIn = skillSignIn;
    }

    public AgentState getAfterRest() {
        return afterRest;
    }

    public void setAfterRest(AgentState afterRest) {
        this.afterRest = afterRest;
    }

    public boolean isRestApproval() {
        return restApproval;
    }

    public void setRestApproval(boolean restApproval) {
        this.restApproval = restApproval;
    }

    public boolean isConfirmOutside() {
        return confirmOutside;
    }

    public void setConfirmOutside(boolean confirmOutside) {
        this.confirmOutside = confirmOutside;
    }

    public boolean isResetQueues() {
        return resetQueues;
    }

    public void setResetQueues(boolean resetQueues) {
        this.resetQueues = resetQueues;
    }
}
