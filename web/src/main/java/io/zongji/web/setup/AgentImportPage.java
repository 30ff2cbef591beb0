package io.zongji.web.setup;

import io.zongji.domain.config.Configuration;
import io.zongji.store.audit.AuditAction;
import io.zongji.store.entity.AgentRow;
import io.zongji.store.entity.ExtensionRow;
import io.zongji.store.entity.PortalUserRow;
import io.zongji.web.Visitor;
import io.zongji.web.audit.Audit;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many agents at once, from a file: looked at first, then added, all or none. */
@Named("agentImport")
@ViewScoped
public class AgentImportPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(AgentImportPage.class);
    private static final int LARGEST_FILE = 1_000_000;
    private static final int PASSWORD_BITS = 60;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private SetUp setUp;

    @Inject
    private AgentSetUp agentSetUp;

    @Inject
    private InForce inForce;

    @Inject
    private Visitor visitor;

    @Inject
    private Audit audit;

    private transient Part file;
    private transient AgentFile.Checked checked;
    private transient List<NewAgent> added;

    /** Looks at the file and adds nothing yet. */
    public void look() {
        checked = null;
        added = null;
        if (file == null || file.getSize() == 0) {
            tell(FacesMessage.SEVERITY_ERROR, "import.noFile");
        } else if (file.getSize() > LARGEST_FILE) {
            tell(FacesMessage.SEVERITY_ERROR, "import.tooLarge");
        } else {
            try (InputStream content = file.getInputStream()) {
                checked = AgentFile.read(content.readAllBytes(), known(), AgentImportPage::password);
            } catch (IOException e) {
                log.warn("An uploaded file cannot be read", e);
                tell(FacesMessage.SEVERITY_ERROR, "import.unreadable");
            }
        }
    }

    /** Adds what was looked at. */
    public void add() {
        if (!isReady()) {
            return;
        }
        Configuration configuration = inForce.configuration();
        List<NewAgent> agents = checked.agents();
        try {
            agentSetUp.addAll(
                    agents,
                    configuration.settings().realm(),
                    configuration.settings().resetQueues());
        } catch (PersistenceException e) {
            log.warn("A file of agents was refused", e);
            tell(FacesMessage.SEVERITY_ERROR, "import.refused");
            return;
        }
        inForce.renew();
        String numbers = agents.stream().map(NewAgent::number).collect(Collectors.joining(", "));
        audit.done(visitor.actor(), AuditAction.CREATE, agents.size() + " agents", numbers);
        added = agents;
        checked = null;
        tell(FacesMessage.SEVERITY_INFO, "import.added", added.size());
    }

    private AgentFile.Known known() {
        Set<String> taken = new HashSet<>();
        setUp.all(AgentRow.class, "id").forEach(agent -> {
            taken.add(agent.getId());
            taken.add(agent.getJobNumber());
        });
        setUp.all(PortalUserRow.class, "login").forEach(user -> taken.add(user.getLogin()));
        Set<String> extensions = setUp.all(ExtensionRow.class, "number").stream()
                .map(ExtensionRow::getNumber)
                .collect(Collectors.toSet());
        Map<String, String> queues = new HashMap<>();
        inForce.configuration().queues().forEach(queue -> {
            queues.put(queue.name(), queue.id().value());
            queues.put(queue.id().value(), queue.id().value());
        });
        return new AgentFile.Known(taken, extensions, queues);
    }

    private static String password() {
        return String.format("%12s", new BigInteger(PASSWORD_BITS, RANDOM).toString(Character.MAX_RADIX))
                .replace(' ', '0');
    }

    private void tell(FacesMessage.Severity severity, String key, Object... arguments) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(severity, visitor.words().get(key, arguments), null));
    }

    /** Whether there is something to add, and all of it can be. */
    public boolean isReady() {
        return checked != null && checked.problems().isEmpty();
    }

    /** The agents to be added, or just added. */
    public List<NewAgent> getAgents() {
        return added != null ? added : checked == null ? List.of() : checked.agents();
    }

    /** Whether the agents have been added: then their passwords are shown, this once. */
    public boolean isAdded() {
        return added != null;
    }

    /** What keeps the file from being taken, a sentence each. */
    public List<String> getProblems() {
        return checked == null
                ? List.of()
                : checked.problems().stream().map(this::sentence).toList();
    }

    private String sentence(LineProblem problem) {
        String what = visitor.words().get(problem.key(), problem.arguments().toArray());
        return problem.column().isEmpty()
                ? visitor.words().get("import.line", problem.line(), what)
                : visitor.words()
                        .get(
                                "import.field",
                                problem.line(),
                                visitor.words().get("import.column." + problem.column()),
                                what);
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
