package io.zongji.web.times;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.server.CallCentre;
import io.zongji.web.SignedInUser;
import io.zongji.web.call.Team;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What agents did with their days. Days begin at midnight where the company is, whoever asks, and a state goes on over midnight and
 * over a restart of the server. Whoever was not signed in on any of the days is left out. Who looks after agents sees theirs; agents see their own.
 */
@ApplicationScoped
public class AgentTimes {
    private final Clock clock = Clock.systemUTC();

    @Inject
    private StateJournal journal;

    @Inject
    private CallCentre callCentre;

    /** A day of an agent's that can be told of. */
    record Line(AgentId agent, LocalDate day) {}

    public LocalDate today() {
        return clock.instant().atZone(zone()).toLocalDate();
    }

    /** What the question asks for, as far as the user may see it: the newest day first, agents by job number. */
    public Stream<AgentDay> days(SignedInUser user, TimesQuestion question) {
        return lines(user, question).stream().map(this::day);
    }

    /** The days as {@link #days}, without what they hold. */
    List<Line> lines(SignedInUser user, TimesQuestion question) {
        List<AgentId> agents = agents(user, question);
        return LongStream.iterate(question.to().toEpochDay(), day -> day - 1)
                .limit(question.to().toEpochDay() - question.from().toEpochDay() + 1)
                .mapToObj(LocalDate::ofEpochDay)
                .flatMap(day -> agents.stream().map(agent -> new Line(agent, day)))
                .toList();
    }

    AgentDay day(Line line) {
        Instant now = clock.instant();
        Instant from = midnight(line.day());
        Instant to = midnight(line.day().plusDays(1));
        Map<AgentState, Duration> times = journal.shares(line.agent(), from, to.isAfter(now) ? now : to);
        return new AgentDay(line.agent(), line.day(), times);
    }

    private List<AgentId> agents(SignedInUser user, TimesQuestion question) {
        Configuration configuration = callCentre.configuration().get();
        Team team = Team.of(user, configuration);
        Predicate<AgentId> wanted =
                agent -> (question.agent() == null || question.agent().equals(agent.value()))
                        && (team.includes(agent) || Objects.equals(agent, user.agentId()));
        Stream<AgentId> now = configuration.agents().stream()
                .sorted(Comparator.comparing(Agent::jobNumber))
                .map(Agent::id);
        Stream<AgentId> gone = journal.agents().stream()
                .map(AgentId::new)
                .filter(agent -> configuration.agent(agent).isEmpty());
        Instant from = midnight(question.from());
        Set<AgentId> active = journal.active(from, midnight(question.to().plusDays(1)));
        return Stream.concat(now, gone)
                .filter(wanted)
                .filter(agent -> active.contains(agent) || journal.signedInBefore(agent, from))
                .toList();
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    private ZoneId zone() {
        return callCentre.configuration().get().settings().zone();
    }
}
