package io.zongji.web;

import io.zongji.store.entity.PortalUserRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The portal's users as the database knows them. */
@ApplicationScoped
@Transactional
public class Users {

    @PersistenceContext(unitName = "zongji")
    private EntityManager database;

    /** Nobody when the user was removed or disabled meanwhile. */
    public Optional<SignedInUser> find(String login) {
        return row(login)
                .filter(PortalUserRow::isEnabled)
                .map(user -> new SignedInUser(
                        user.getLogin(), user.getDisplayName(), user.getAgentId(), user.getRoles(), user.getLocale()));
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
