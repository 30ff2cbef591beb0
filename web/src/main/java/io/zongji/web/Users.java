package io.zongji.web;

import io.zongji.domain.AgentId;
import io.zongji.store.entity.PortalUserRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The portal's users as the database knows them. */
@ApplicationScoped
@Transactional
public class Users {

    @PersistenceContext(unitName = "zongji")
    private EntityManager database;

    /** Nobody when the user was removed or disabled meanwhile. */
    public Optional<SignedInUser> find(String login) {
        return row(login).filter(PortalUserRow::isEnabled).map(Users::signedIn);
    }

    /** Those of them who were neither removed nor disabled, by the names they sign in with. */
    public Map<String, SignedInUser> find(Collection<String> logins) {
        if (logins.isEmpty()) {
            return Map.of();
        }
        return database.createQuery("""
                        select distinct u from PortalUserRow u left join fetch u.roles
                        where u.enabled = true and u.login in :logins""", PortalUserRow.class)
                .setParameter("logins", logins)
                .getResultStream()
                .map(Users::signedIn)
                .collect(Collectors.toMap(SignedInUser::login, user -> user));
    }

    private static SignedInUser signedIn(PortalUserRow row) {
        return new SignedInUser(
                row.getLogin(), row.getDisplayName(), row.getAgentId(), row.getRoles(), row.getLocale());
    }

    /** The names with which these agents sign in; those who may not are not among them. */
    public List<String> loginsOf(Collection<AgentId> agents) {
        if (agents.isEmpty()) {
            return List.of();
        }
        return database.createQuery(
                        "select u.login from PortalUserRow u where u.enabled = true and u.agentId in :agents order by u.login",
                        String.class)
                .setParameter("agents", agents.stream().map(AgentId::value).toList())
                .getResultList();
    }

    /** Keeps the language for the next sign-in, at any computer. */
    public void remember(String login, String locale) {
        row(login).ifPresent(user -> user.setLocale(locale));
    }

    private Optional<PortalUserRow> row(String login) {
        return database.createQuery("select u from PortalUserRow u where u.login = :login", PortalUserRow.class)
                .setParameter("login", login)
                .getResultStream()
                .findFirst();
    }
}
