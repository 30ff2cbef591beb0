package io.zongji.web.page;

import io.zongji.domain.AgentId;
import io.zongji.domain.QueueId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Queue;
import io.zongji.server.CallCentre;
import io.zongji.web.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;

/** How values are written on pages: times in the visitor's zone, durations as m:ss, ids as names. */
@Named
@RequestScoped
public class Shown {
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    @Inject
    private CallCentre callCentre;

    @Inject
    private Visitor visitor;

    public String time(Instant at) {
        return at == null ? "" : DAY_AND_TIME.format(at.atZone(zone()));
    }

    /** The time of the day alone. */
    public String clock(Instant at) {
        return at == null ? "" : TIME.format(at.atZone(zone()));
    }

    public String day(Instant at) {
        return at == null ? "" : DAY.format(at.atZone(zone()));
    }

    /** Milliseconds as m:ss, with hours only when there are any. */
    public String duration(long ms) {
        long s = Math.max(0, ms / 1000);
        return s < 3600
                ? String.format("%d:%02d", s / 60, s % 60)
                : String.format("%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    /** Job number and name; the id when the agent is not set up any more. */
    public String agent(String id) {
        if (id == null) {
            return "";
        }
        return configuration()
                .agent(new AgentId(id))
                .map(agent ->
                        agent.name().equals(agent.jobNumber()) ? agent.name() : agent.jobNumber() + " " + agent.name())
                .orElse(id);
    }

    public String queue(String id) {
        return id == null
                ? ""
                : configuration()
                        .queue(new QueueId(id))
                        .map(queue -> queue.name())
                        .orElse(id);
    }

    /** The name of a wrap-up code in the visitor's language; the code when it is not set up any more. */
    public String wrapUpCode(String code) {
        return configuration().wrapUpCodes().stream()
                .filter(one -> one.code().equals(code))
                .map(one -> one.name(visitor.getLanguage()))
                .findFirst()
                .orElse(code);
    }

    /** The style of an agent's state, the same as scripts use. */
    public String look(AgentState state) {
        return switch (state) {
            case IDLE -> "is-ready";
            case OFFERED -> "is-ringing";
            case TALKING -> "is-talking";
            case WRAP_UP -> "is-wrap";
            case LOST -> "is-lost";
            case BUSY, REST, SIGNED_OUT -> "is-away";
        };
    }

    public Collection<Agent> getAgents() {
        return configuration().agents();
    }

    public Collection<Queue> getQueues() {
        return configuration().queues();
    }

    /** The visitor's zone, told by the browser; else the enterprise's. */
    public ZoneId zone() {
        return visitor.getZone().orElseGet(() -> configuration().settings().zone());
    }

    private Configuration configuration() {
        return callCentre.configuration().get();
    }
}
