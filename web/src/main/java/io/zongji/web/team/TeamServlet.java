package io.zongji.web.team;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.AgentId;
import io.zongji.domain.alarm.QueueAlarm;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.QueueMembership;
import io.zongji.server.CallCentre;
import io.zongji.web.SignedInUser;
import io.zongji.web.Visitor;
import io.zongji.web.call.Team;
import io.zongji.web.message.Messages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the supervisor's page who belongs to the team and serves which queues, at {@code /team/members}, what an agent has done
 * today, at {@code /team/day?agent=}, and the last alarms and messages, at {@code /team/last?alarms=}.
 */
@WebServlet("/team/*")
public class TeamServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(TeamServlet.class);
    private static final int LAST = 20;
    private static final int MOST_ALARMS = 1_000;

    private final transient Clock clock = Clock.systemUTC();

    @Inject
    private transient CallCentre callCentre;

    @Inject
    private transient AgentDays days;

    @Inject
    private transient Messages messages;

    @Inject
    private transient Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignedInUser user = visitor.getUser();
        if (user == null || !user.supervises()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Configuration configuration = callCentre.configuration().get();
        Team team = Team.of(user, configuration);
        String path = request.getPathInfo();
        if ("/members".equals(path)) {
            send(members(configuration, team), response);
        } else if ("/last".equals(path)) {
            send(last(user, team, alarms(request.getParameter("alarms"))), response);
        } else if ("/day".equals(path)) {
            AgentId agent = member(configuration, team, request.getParameter("agent"));
            if (agent == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                send(day(agent, configuration.settings().zone()), response);
            }
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static ObjectNode members(Configuration configuration, Team team) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (Agent agent : configuration.agents()) {
            if (team.includes(agent.id())) {
                ArrayNode queues = members.putArray(agent.id().value());
                agent.queues().stream().map(QueueMembership::queue).forEach(queue -> queues.add(queue.value()));
            }
        }
        return members;
    }

    /** How many alarms to tell of: as many as are asked for, within reason. */
    private static int alarms(String asked) {
        try {
            return Math.max(1, Math.min(MOST_ALARMS, Integer.parseInt(asked)));
        } catch (NumberFormatException e) {
            return LAST;
        }
    }

    private ObjectNode last(SignedInUser user, Team team, int alarmsAtMost) {
        ObjectNode last = JsonNodeFactory.instance.objectNode();
        ArrayNode alarms = last.putArray("alarms");
        lastAlarms(alarmsAtMost).stream()
                .filter(alarm -> team.includes(alarm.queue()))
                .forEach(alarm -> alarms.addObject()
                        .put("queue", alarm.queue().value())
                        .put("kind", alarm.kind().name())
                        .put("since", alarm.began().toEpochMilli())
                        .put(
                                "ended",
                                alarm.ended() == null ? null : alarm.ended().toEpochMilli())
                        .put("worst", alarm.worst()));
        ArrayNode sent = last.putArray("messages");
        messages.last(user, LAST).forEach(one -> sent.addObject()
                .put("from", one.message().senderName())
                .put("to", one.message().audience())
                .put("at", one.message().sentAt().toEpochMilli())
                .put("text", one.message().content())
                .put("recipients", one.recipients())
                .put("read", one.read()));
        return last;
    }

    private List<QueueAlarm> lastAlarms(int most) {
        try {
            return callCentre.queueWatch().last(most);
        } catch (SQLException e) {
            log.warn("The last alarms cannot be read now", e);
            return List.of();
        }
    }

    /** Null when there is no such agent, or not for this user. */
    private static AgentId member(Configuration configuration, Team team, String id) {
        return configuration.agents().stream()
                .map(Agent::id)
                .filter(agent -> agent.value().equals(id) && team.includes(agent))
                .findFirst()
                .orElse(null);
    }

    private ObjectNode day(AgentId agent, ZoneId zone) {
        Instant now = clock.instant();
        AgentDays.Day day =
                days.of(agent, now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant(), now);
        return JsonNodeFactory.instance
                .objectNode()
                .put("calls", day.calls())
                .put("talk", day.talk().toMillis())
                .put("notReady", day.notReady().toMillis());
    }

    private static void send(ObjectNode answer, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().print(answer);
    }
}
