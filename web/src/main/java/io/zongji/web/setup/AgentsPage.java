package io.zongji.web.setup;

import io.zongji.domain.AgentId;
import io.zongji.domain.phone.Pin;
import io.zongji.store.entity.AgentRow;
import io.zongji.store.entity.ExtensionRow;
import io.zongji.store.entity.PortalRole;
import io.zongji.store.entity.PortalUserRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agents, each with phone, queues and sign-in. */
@Named("agents")
@ViewScoped
public class AgentsPage extends Editor<AgentRow> {

    private static final long serialVersionUID = 1L;

    @Inject
    private AgentSetUp agents;

    @Inject
    private InForce inForce;

    @Inject
    private OnlineRight right;

    private String search;
    private List<String> served = new ArrayList<>();
    private boolean leader;
    private boolean wasLeader;
    private transient Map<String, PortalUserRow> users;
    private transient String phonePassword;
    private transient String loginPassword;
    private transient String pin;

    @Override
    protected List<AgentRow> read() {
        users = agents.users();
        AgentSearch asked = new AgentSearch(search);
        return setUp().all(AgentRow.class, "id").stream().filter(asked::finds).toList();
    }

    @Override
    protected AgentRow usual() {
        served = new ArrayList<>();
        leader = false;
        AgentRow row = new AgentRow();
        row.setResetQueues(configuration().settings().resetQueues());
        return row;
    }

    @Override
    public void edit(AgentRow row) {
        super.edit(row);
        served = new ArrayList<>(row.getQueues().keySet());
        leader = isLeading(row.getId());
        wasLeader = leader;
    }

    @Override
    protected void forgetSecrets() {
        phonePassword = null;
        pin = null;
        loginPassword = null;
    }

    @Override
    protected String name(AgentRow row) {
        return row.getName();
    }

    @Override
    protected void check(AgentRow row) {
        if (isFresh()) {
            checkNew(row);
        }
        if (!Identifiers.valid(row.getExtension())) {
            refuseNamed("extension", "agents.extension", "setup.badId");
        } else {
            checkPhone(row);
        }
        if (!row.getEmail().isEmpty() && !Identifiers.email(row.getEmail())) {
            refuseNamed("email", "agents.email", "setup.badEmail");
        }
        if (!row.getMobile().isEmpty() && !Identifiers.telephone(row.getMobile())) {
            refuseNamed("mobile", "agents.mobile", "setup.badTelephone");
        }
        checkLength("phonePassword", "agents.phonePassword", phonePassword);
        checkLength("loginPassword", "agents.loginPassword", loginPassword);
        if (!Identifiers.blank(pin) && !Pin.isPin(pin)) {
            refuse("pin", "agents.pin.bad");
        }
    }

    private void checkNew(AgentRow row) {
        if (!Identifiers.valid(row.getJobNumber())) {
            refuseNamed("jobNumber", "agents.jobNumber", "setup.badId");
        } else {
            row.setId(row.getJobNumber());
            checkFree(row);
        }
        if (Identifiers.blank(loginPassword)) {
            refuseNamed("loginPassword", "agents.loginPassword", "setup.password.missing");
        }
    }

    private void checkFree(AgentRow row) {
        boolean there = setUp().find(AgentRow.class, row.getId()) != null
                || setUp().all(PortalUserRow.class, "login").stream()
                        .anyMatch(user -> user.getLogin().equals(row.getId()));
        if (there) {
            refuse("jobNumber", "setup.twice", row.getId());
        }
    }

    private void checkPhone(AgentRow row) {
        configuration()
                .agentByExtension(row.getExtension())
                .filter(other -> isFresh() || !other.id().value().equals(row.getId()))
                .ifPresent(other -> refuse("extension", "agents.extension.taken", row.getExtension(), other.name()));
        if (setUp().find(ExtensionRow.class, row.getExtension()) == null && Identifiers.blank(phonePassword)) {
            refuseNamed("phonePassword", "agents.phonePassword", "setup.password.missing");
        }
    }

    private void checkLength(String field, String label, String password) {
        if (!Identifiers.blank(password) && !Identifiers.password(password)) {
            refuseNamed(field, label, "setup.shortPassword");
        }
    }

    @Override
    protected void write(AgentRow row) {
        row.getQueues().keySet().retainAll(served);
        served.forEach(queue -> row.getQueues().putIfAbsent(queue, 1));
        String realm = configuration().settings().realm();
        agents.save(
                row,
                isFresh(),
                leader,
                new AgentPasswords(loginPassword, phonePassword, realm, Identifiers.blank(pin) ? null : new Pin(pin)));
    }

    @Override
    protected List<String> changedBeside() {
        List<String> changes = new ArrayList<>();
        if (isFresh() ? leader : leader != wasLeader) {
            changes.add("leader: " + leader);
        }
        if (!Identifiers.blank(loginPassword)) {
            changes.add("loginPassword: changed");
        }
        if (!Identifiers.blank(phonePassword)) {
            changes.add("phonePassword: changed");
        }
        if (!Identifiers.blank(pin)) {
            changes.add("pin: changed");
        }
        return changes;
    }

    @Override
    protected void delete(AgentRow row) {
        agents.remove(row.getId());
    }

    /** Somebody who is signed in may be talking. */
    @Override
    protected String keptBecause(AgentRow row) {
        return inForce.isSignedIn(new AgentId(row.getId())) ? "agents.signedIn" : null;
    }

    /** Signs the agent out by force. */
    public void withdraw(AgentRow row) {
        told(right.withdraw(visitor().actor(), new AgentId(row.getId())), "agents.withdrawn", row);
    }

    /** Lets the agent sign in again. */
    public void giveBack(AgentRow row) {
        told(right.giveBack(visitor().actor(), new AgentId(row.getId())), "agents.givenBack", row);
    }

    private void told(String refusal, String done, AgentRow row) {
        cancel();
        if (refusal == null) {
            confirm(done, row.getName());
        } else {
            refuse(null, "refusal.other", refusal);
        }
    }

    /** The name with which the agent signs in; empty when there is none. */
    public String login(String agent) {
        return user(agent).map(PortalUserRow::getLogin).orElse("");
    }

    /** Whether the agent leads the agents of the own queues. */
    public boolean isLeading(String agent) {
        return user(agent)
                .filter(user -> user.getRoles().contains(PortalRole.SUPERVISOR))
                .isPresent();
    }

    private Optional<PortalUserRow> user(String agent) {
        if (users == null) {
            users = agents.users();
        }
        return Optional.ofNullable(users.get(agent));
    }

    /** A part of what is known of the agents that the table shows; blank for all. */
    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public boolean isFiltered() {
        return !Identifiers.blank(search);
    }

    /** Whether the agent being edited leads the agents of the own queues. */
    public boolean isLeader() {
        return leader;
    }

    public void setLeader(boolean leader) {
        this.leader = leader;
    }

    /** Ids of the queues that the agent being edited serves. */
    public List<String> getServed() {
        return served;
    }

    public void setServed(List<String> served) {
        this.served = served;
    }

    /** What has been typed is never shown again. */
    public String getPhonePassword() {
        return null;
    }

    public void setPhonePassword(String phonePassword) {
        this.phonePassword = typed(phonePassword, this.phonePassword);
    }

    /** What has been typed is never shown again. */
    public String getLoginPassword() {
        return null;
    }

    public void setLoginPassword(String loginPassword) {
        this.loginPassword = typed(loginPassword, this.loginPassword);
    }

    /** What has been typed is never shown again. */
    public String getPin() {
        return null;
    }

    public void setPin(String pin) {
        this.pin = typed(pin, this.pin);
    }
}
