package io.zongji.web;

import io.zongji.domain.AgentId;
import io.zongji.store.entity.PortalRole;
import java.io.Serializable;
import java.util.Objects;
import java.util.Set;

/**
 * Somebody who has signed in.
 *
 * @param login   the name they sign in with
 * @param name    the name shown
 * @param agent   who they are in the queues; null when they take no calls
 * @param roles   names from {@link PortalRole}
 * @param locale  the language they chose last, as a BCP 47 tag; empty when they have not
 */
public record SignedInUser(String login, String name, String agent, Set<String> roles, String locale)
        implements Serializable {
    public SignedInUser {
        roles = Set.copyOf(roles);
    }

    /** Whether this one may do exactly what the other may, by roles and for the same agent. */
    public boolean hasRightsOf(SignedInUser other) {
        return roles.equals(other.roles) && Objects.equals(agent, other.agent);
    }

    /** May see everybody's calls, live and recorded. */
    public boolean watches() {
        return administers() || roles.contains(PortalRole.SUPERVISOR) || roles.contains(PortalRole.INSPECTOR);
    }

    /** May listen to, whisper into and barge in on everybody's calls. */
    public boolean supervises() {
        return administers() || roles.contains(PortalRole.SUPERVISOR);
    }

    /** May read everything that happens to calls, agents and queues. */
    public boolean readsEvents() {
        return watches() || roles.contains(PortalRole.INTEGRATOR);
    }

    public boolean administers() {
        return roles.contains(PortalRole.ADMINISTRATOR);
    }

    /** Takes calls. */
    public boolean takesCalls() {
        return agent != null && roles.contains(PortalRole.AGENT);
    }

    /** Null when they take no calls. */
    public AgentId agentId() {
        return agent == null ? null : new AgentId(agent);
    }

    // Pages read properties, which records do not have.

    public String getName() {
        return name;
    }

    public boolean isWatches() {
        return watches();
    }

    public boolean isSupervises() {
        return supervises();
    }

    public boolean isAdministers() {
        return administers();
    }

    public boolean isTakesCalls() {
        return takesCalls();
    }
}
