package io.zongji.web.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.zongji.domain.AgentId;
import io.zongji.domain.config.Configuration;
import io.zongji.server.CallCentre;
import io.zongji.store.audit.AuditAction;
import io.zongji.store.message.Message;
import io.zongji.store.message.MessageTable;
import io.zongji.web.Actor;
import io.zongji.web.SignedInUser;
import io.zongji.web.Users;
import io.zongji.web.audit.Audit;
import io.zongji.web.call.CallServices;
import io.zongji.web.call.Team;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages of supervisors to agents. Who has not read what is remembered here for each reader that has asked, so that open pages
 * can be told without waiting for the database.
 */
@ApplicationScoped
public class Messages {
    /** Nobody to send it to has a sign-in. */
    private static final String NOBODY = "messageForNobody";
    /** The refusal of an empty or endless text. */
    private static final String BAD_TEXT = "messageBadText";
    /** The database did not take it. */
    private static final String NOT_KEPT = "messageNotKept";

    /** Among so many of the last ones are those that somebody may read. */
    private static final int LOOKED_AT = 200;

    private static final Logger log = LoggerFactory.getLogger(Messages.class);

    private final Clock clock = Clock.systemUTC();
    private final Map<String, Inbox> inboxes = new ConcurrentHashMap<>();
    private ExecutorService reader;

    @Inject
    private CallCentre callCentre;

    @Inject
    private Users users;

    @Inject
    private Audit audit;

    @PostConstruct
    void start() {
        reader = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "portal-messages");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** An interrupt in the middle of a read would close the files of an H2 database. */
    @PreDestroy
    void stop() {
        reader.shutdown();
    }

    /**
     * Sends a message.
     *
     * @param to as {@link Audience#read} takes it
     * @return null when it is on its way, else the code of why not
     */
    public String send(Actor actor, JsonNode to, String text) {
        Configuration configuration = callCentre.configuration().get();
        Team team = Team.of(actor.user(), configuration);
        Audience audience = Audience.read(to);
        String refusal = audience.permitted(team, configuration)
                ? send(actor, audience, audience.agents(team, configuration), text.strip())
                : CallServices.NOT_PERMITTED;
        audit.asked(actor, AuditAction.MESSAGE, audience.words(), refusal, text);
        return refusal;
    }

    private String send(Actor actor, Audience audience, List<AgentId> agents, String text) {
        if (text.isEmpty() || text.length() > Message.LONGEST) {
            return BAD_TEXT;
        }
        List<String> logins = users.loginsOf(agents);
        if (logins.isEmpty()) {
            return NOBODY;
        }
        try {
            table().send(
                            new Message(
                                    0,
                                    clock.instant(),
                                    actor.login(),
                                    actor.user().name(),
                                    audience.words(),
                                    text),
                            logins);
        } catch (SQLException e) {
            log.warn("A message of {} could not be kept and was not sent", actor.login(), e);
            return NOT_KEPT;
        }
        logins.forEach(login -> inbox(login).change());
        return null;
    }

    /** What somebody has not read yet, of the last day, oldest first; as far as it is known, without waiting for the database. */
    public List<Message> unread(String login) {
        return inbox(login).unread();
    }

    private Inbox inbox(String login) {
        return inboxes.computeIfAbsent(
                login, one -> new Inbox(one, (who, since) -> table().unread(who, since), reader, clock));
    }

    /** Somebody has read a message. */
    public void read(Actor reader, long id) {
        try {
            table().read(id, reader.login(), clock.instant());
            inbox(reader.login()).change();
        } catch (SQLException e) {
            log.warn("That {} has read message {} could not be kept", reader.login(), id, e);
        }
    }

    /**
     * The last messages, newest first, that somebody may read: those for the own team, and those that they sent or got themselves.
     *
     * @param most how many at most; what lies long back is not looked for
     */
    public List<MessageTable.Sent> last(SignedInUser reader, int most) {
        Configuration configuration = callCentre.configuration().get();
        Team team = Team.of(reader, configuration);
        try {
            return table().last(LOOKED_AT, reader.login()).stream()
                    .filter(sent -> sent.toReader()
                            || sent.message().sender().equals(reader.login())
                            || Audience.of(sent.message().audience()).isWithin(team, configuration))
                    .limit(most)
                    .toList();
        } catch (SQLException e) {
            log.warn("The last messages cannot be read now", e);
            return List.of();
        }
    }

    private MessageTable table() {
        return callCentre.messages();
    }
}
