package io.zongji.web.setup;

import io.zongji.store.config.PortalPassword;
import io.zongji.store.entity.PortalRole;
import io.zongji.store.entity.PortalUserRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;

/** Who signs in to the portal, and what they may do there. Agents are set up on their own page, but may be locked out here. */
@Named("users")
@ViewScoped
public class UsersPage extends Editor<PortalUserRow> {

    private static final long serialVersionUID = 1L;
    private static final List<String> ROLES =
            List.of(PortalRole.SUPERVISOR, PortalRole.INSPECTOR, PortalRole.ADMINISTRATOR);

    private String role;
    private boolean leader;
    private transient String password;

    @Override
    protected List<PortalUserRow> read() {
        return setUp().all(PortalUserRow.class, "login");
    }

    @Override
    protected PortalUserRow usual() {
        role = PortalRole.SUPERVISOR;
        PortalUserRow row = new PortalUserRow();
        row.setCreatedAt(Clock.systemUTC().instant());
        return row;
    }

    @Override
    public void edit(PortalUserRow row) {
        super.edit(row);
        role = row.getRoles().stream().filter(ROLES::contains).findFirst().orElse(null);
        leader = row.getRoles().contains(PortalRole.SUPERVISOR);
    }

    @Override
    protected void forgetSecrets() {
        password = null;
    }

    @Override
    protected String name(PortalUserRow row) {
        return row.getLogin();
    }

    @Override
    protected void check(PortalUserRow row) {
        if (!Identifiers.valid(row.getLogin())) {
            refuseNamed("login", "users.login", "setup.badId");
        } else if (isFresh()
                && getRows().stream().anyMatch(other -> other.getLogin().equals(row.getLogin()))) {
            refuse("login", "setup.twice", row.getLogin());
        }
        if (isFresh() && Identifiers.blank(password)) {
            refuseNamed("password", "users.password", "setup.password.missing");
        }
        if (!Identifiers.blank(password) && !Identifiers.password(password)) {
            refuseNamed("password", "users.password", "setup.shortPassword");
        }
        if (isOneself(row) && !(row.isEnabled() && PortalRole.ADMINISTRATOR.equals(role))) {
            refuse(null, "users.oneself");
        }
    }

    @Override
    protected void write(PortalUserRow row) {
        if (!Identifiers.blank(password)) {
            row.setPasswordHash(PortalPassword.hash(password));
        }
        if (row.getAgentId() == null) {
            row.getRoles().clear();
            row.getRoles().add(role);
        } else if (leader) {
            row.getRoles().add(PortalRole.SUPERVISOR);
        } else {
            row.getRoles().remove(PortalRole.SUPERVISOR);
        }
        super.write(row);
    }

    @Override
    protected void delete(PortalUserRow row) {
        setUp().remove(PortalUserRow.class, row.getId());
    }

    /** Nobody saws off the branch they sit on, and an agent goes as a whole, on the agents' page. */
    @Override
    protected String keptBecause(PortalUserRow row) {
        if (row.getAgentId() != null) {
            return "users.agent";
        }
        return isOneself(row) ? "users.oneself" : null;
    }

    private boolean isOneself(PortalUserRow row) {
        return visitor().getUser().login().equals(row.getLogin());
    }

    /** The roles to choose from. */
    public List<String> getRoles() {
        return ROLES;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    /** Whether the agent being edited leads the agents of the own queues. */
    public boolean isLeader() {
        return leader;
    }

    public void setLeader(boolean leader) {
        this.leader = leader;
    }

    /** What has been typed is never shown again. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = typed(password, this.password);
    }
}
