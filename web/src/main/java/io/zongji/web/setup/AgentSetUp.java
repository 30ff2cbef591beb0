package io.zongji.web.setup;

import io.zongji.domain.phone.Pin;
import io.zongji.store.config.DigestSecret;
import io.zongji.store.config.PortalPassword;
import io.zongji.store.entity.AgentPinRow;
import io.zongji.store.entity.AgentRow;
import io.zongji.store.entity.ExtensionRow;
import io.zongji.store.entity.PortalRole;
import io.zongji.store.entity.PortalUserRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An agent with what comes along: the phone's extension and the sign-in to the portal. All of it is written, or nothing. */
@ApplicationScoped
@Transactional
public class AgentSetUp {

    @PersistenceContext(unitName = "zongji")
    private EntityManager database;

    /**
     * Writes an agent.
     *
     * @param leader    whether the agent leads the agents of the own queues
     * @param passwords what is blank stays as it is
     */
    public void save(AgentRow agent, boolean fresh, boolean leader, AgentPasswords passwords) {
        if (fresh) {
            database.persist(agent);
            addUser(agent, leader, passwords.login());
        } else {
            String before = database.find(AgentRow.class, agent.getId()).getExtension();
            database.merge(agent);
            if (!before.equals(agent.getExtension())) {
                removeExtension(before);
            }
            changeUsers(agent, leader);
        }
        savePhone(agent.getExtension(), passwords);
        if (passwords.pin() != null) {
            setPin(agent.getId(), passwords.pin());
        }
        if (!fresh && !Identifiers.blank(passwords.login())) {
            users(agent.getId()).forEach(user -> user.setPasswordHash(PortalPassword.hash(passwords.login())));
        }
        database.flush();
    }

    /**
     * Adds all of these agents, or none.
     *
     * @param resetQueues whether they may change their queues while signed in
     */
    public void addAll(List<NewAgent> agents, String realm, boolean resetQueues) {
        for (NewAgent each : agents) {
            AgentRow row = new AgentRow();
            row.setId(each.number());
            row.setJobNumber(each.number());
            row.setName(each.name());
            row.setExtension(each.extension());
            row.setResetQueues(resetQueues);
            each.contact().putInto(row);
            each.queues().forEach(queue -> row.getQueues().put(queue, 1));
            save(
                    row,
                    true,
                    each.leader(),
                    new AgentPasswords(each.loginPassword(), each.phonePassword(), realm, each.pin()));
        }
    }

    /** Takes away the agent, the phone and the sign-in. Records of calls stay. */
    public void remove(String id) {
        AgentRow agent = database.find(AgentRow.class, id);
        if (agent != null) {
            users(id).forEach(database::remove);
            removePin(id);
            database.remove(agent);
            removeExtension(agent.getExtension());
            database.flush();
        }
    }

    /**
     * Gives the right to sign in, or takes it away.
     *
     * @return false when there is no such agent
     */
    public boolean setOnlineRight(String id, boolean may) {
        AgentRow agent = database.find(AgentRow.class, id);
        if (agent != null) {
            agent.setOnlineRight(may);
            database.flush();
        }
        return agent != null;
    }

    /** Gives the agent another PIN, of which only a hash is kept. */
    public void setPin(String id, Pin pin) {
        AgentPinRow row = database.find(AgentPinRow.class, id);
        boolean fresh = row == null;
        if (fresh) {
            row = new AgentPinRow();
            row.setAgentId(id);
        }
        row.setPinHash(PortalPassword.hash(pin.digits()));
        if (fresh) {
            database.persist(row);
        }
    }

    /** Without a PIN the agent signs in at the own phone only. */
    public void removePin(String id) {
        AgentPinRow row = database.find(AgentPinRow.class, id);
        if (row != null) {
            database.remove(row);
        }
    }

    /** Who signs in as which agent, by the agent's id. */
    public Map<String, PortalUserRow> users() {
        return database.createQuery("select u from PortalUserRow u where u.agentId is not null", PortalUserRow.class)
                .getResultStream()
                .collect(Collectors.toMap(PortalUserRow::getAgentId, Function.identity(), (one, other) -> one));
    }

    private void addUser(AgentRow agent, boolean leader, String password) {
        PortalUserRow user = new PortalUserRow();
        user.setLogin(agent.getId());
        user.setPasswordHash(PortalPassword.hash(password));
        user.setDisplayName(agent.getName());
        user.setAgentId(agent.getId());
        user.setCreatedAt(Clock.systemUTC().instant());
        user.getRoles().add(PortalRole.AGENT);
        lead(user, leader);
        database.persist(user);
    }

    private void changeUsers(AgentRow agent, boolean leader) {
        users(agent.getId()).forEach(user -> {
            user.setDisplayName(agent.getName());
            lead(user, leader);
        });
    }

    private static void lead(PortalUserRow user, boolean leader) {
        if (leader) {
            user.getRoles().add(PortalRole.SUPERVISOR);
        } else {
            user.getRoles().remove(PortalRole.SUPERVISOR);
        }
    }

    private void savePhone(String number, AgentPasswords passwords) {
        ExtensionRow phone = database.find(ExtensionRow.class, number);
        boolean there = phone != null;
        if (!there) {
            phone = new ExtensionRow();
            phone.setNumber(number);
        }
        if (!Identifiers.blank(passwords.phone())) {
            phone.setHa1Md5(DigestSecret.md5(number, passwords.realm(), passwords.phone()));
            phone.setHa1Sha256(DigestSecret.sha256(number, passwords.realm(), passwords.phone()));
        }
        if (!there) {
            database.persist(phone);
        }
    }

    private void removeExtension(String number) {
        ExtensionRow phone = database.find(ExtensionRow.class, number);
        if (phone != null) {
            database.remove(phone);
        }
    }

    private List<PortalUserRow> users(String agent) {
        return database.createQuery("select u from PortalUserRow u where u.agentId = :agent", PortalUserRow.class)
                .setParameter("agent", agent)
                .getResultList();
    }
}
