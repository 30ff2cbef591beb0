package io.zongji.web.setup;

import io.zongji.domain.FlowId;
import io.zongji.domain.QueueId;
import io.zongji.domain.config.DialledNumber;
import io.zongji.domain.flow.Flow;
import io.zongji.domain.flow.FlowFormatException;
import io.zongji.domain.flow.FlowJson;
import io.zongji.domain.flow.FlowNode;
import io.zongji.domain.flow.FlowProblem;
import io.zongji.domain.flow.FlowValidator;
import io.zongji.store.audit.AuditAction;
import io.zongji.store.entity.FlowRow;
import io.zongji.store.entity.FlowVersionRow;
import io.zongji.web.Visitor;
import io.zongji.web.audit.Audit;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** The IVR's flows as documents: read, checked, published as a new version, or an old one taken up again. */
@Named("flows")
@ViewScoped
public class FlowsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private SetUp setUp;

    @Inject
    private FlowSetUp flows;

    @Inject
    private InForce inForce;

    @Inject
    private Visitor visitor;

    @Inject
    private Audit audit;

    private String edited;
    private Integer version;
    private String text;

    public List<FlowRow> getRows() {
        return setUp.all(FlowRow.class, "id");
    }

    /** The numbers that lead to a flow, for the table. */
    public String numbers(String flow) {
        return inForce.configuration().dialledNumbers().stream()
                .filter(number -> number.flow().value().equals(flow))
                .map(DialledNumber::number)
                .collect(Collectors.joining(", "));
    }

    public void edit(FlowRow row) {
        edited = row.getId();
        version = row.getPublishedVersion();
        load();
    }

    /** Begins a flow that says a greeting and hangs up. */
    public void begin() {
        edited = "";
        version = null;
        text = FlowJson.write(Flow.of(
                new FlowId("new-flow"),
                "New flow",
                1,
                List.of(
                        new FlowNode.Start("start", "Start", "welcome"),
                        new FlowNode.Play("welcome", "Welcome", List.of("welcome"), true, "end"),
                        new FlowNode.End("end", "End"))));
    }

    /** Shows the version that was chosen. */
    public void load() {
        FlowVersionRow row = version == null ? null : flows.version(edited, version);
        text = row == null ? "" : row.getDefinition();
    }

    public void check() {
        Flow flow = read();
        if (flow != null) {
            tell(FacesMessage.SEVERITY_INFO, visitor.words().get("flows.fine"));
        }
    }

    public void publish() {
        Flow flow = read();
        if (flow == null) {
            return;
        }
        version = flows.publish(flow, visitor.getUser().login());
        edited = flow.id().value();
        load();
        inForce.renew();
        audit.done(visitor.actor(), AuditAction.CHANGE, "flow " + edited, "version " + version);
        tell(
                FacesMessage.SEVERITY_INFO,
                visitor.words().get("flows.published", flow.name(), Integer.toString(version)));
    }

    public void cancel() {
        edited = null;
    }

    /** Null, and the problems told, when it may not be published. */
    private Flow read() {
        List<FlowProblem> problems;
        Flow flow = null;
        try {
            flow = FlowJson.read(text);
            problems = FlowValidator.validate(flow, this::exists);
        } catch (FlowFormatException e) {
            problems = e.problems();
        }
        problems.forEach(problem -> tell(
                problem.severity() == FlowProblem.Severity.ERROR
                        ? FacesMessage.SEVERITY_ERROR
                        : FacesMessage.SEVERITY_WARN,
                problem.message()));
        if (flow == null || !FlowValidator.publishable(problems)) {
            return null;
        }
        return isAnother(flow) ? null : flow;
    }

    /** A changed id would silently make a second flow, or overwrite another. */
    private boolean isAnother(Flow flow) {
        String id = flow.id().value();
        boolean another = edited.isEmpty() ? setUp.find(FlowRow.class, id) != null : !edited.equals(id);
        if (another) {
            tell(
                    FacesMessage.SEVERITY_ERROR,
                    edited.isEmpty()
                            ? visitor.words().get("setup.twice", id)
                            : visitor.words().get("flows.otherId", edited));
        }
        return another;
    }

    private boolean exists(QueueId queue) {
        return inForce.configuration().queue(queue).isPresent();
    }

    private static void tell(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage("text", new FacesMessage(severity, text, null));
    }

    /** The versions of the flow being edited, newest first. */
    public List<FlowVersionRow> getVersions() {
        return edited == null || edited.isEmpty() ? List.of() : flows.versions(edited);
    }

    /** Id of the flow being edited; empty for a new one, null when there is none. */
    public String getEdited() {
        return edited;
    }

    public Integer getVersion() {
        return version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
