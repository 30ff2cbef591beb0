package io.zongji.web.team;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.AgentId;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.QueueMembership;
import io.zongji.server.CallCentre;
import io.zongji.web.SignedInUser;
import io.zongji.web.Visitor;
import io.zongji.web.call.Team;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Tells the supervisor's page who belongs to the team and serves which queues, at {@code /team/members}, and what an agent has done
 * today, at {@code /team/day?agent=}.
 */
@WebServlet("/team/*")
public class TeamServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Clock clock = Clock.systemUTC();

    @Inject
    private transient CallCentre callCentre;

    @Inject
    private transient AgentDays days;

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
