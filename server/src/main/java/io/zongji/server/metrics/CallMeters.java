package io.zongji.server.metrics;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.CallStage;
import io.zongji.domain.live.LiveBoard;
import io.zongji.domain.live.LiveQueue;
import io.zongji.domain.live.LiveSnapshot;
import java.time.Clock;
import java.time.Duration;

/** Calls, queues and agents. */
final class CallMeters {
    private static final double MILLIS = 1_000;

    private final LiveBoard board;
    private final Clock clock;

    CallMeters(LiveBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    void tell(Samples samples) {
        LiveSnapshot now = board.snapshot();
        for (CallStage stage : CallStage.values()) {
            if (stage != CallStage.ENDED) {
                long calls = now.calls().stream()
                        .filter(call -> call.stage() == stage)
                        .count();
                samples.gauge("calls", "Calls in progress", calls, "stage", stage.name());
            }
        }
        for (AgentState state : AgentState.values()) {
            long agents = now.agents().stream()
                    .filter(agent -> agent.state() == state)
                    .count();
            samples.gauge("agents", "Agents", agents, "state", state.name());
        }
        now.queues().forEach(queue -> tell(samples, queue));
    }

    private void tell(Samples samples, LiveQueue queue) {
        String[] tags = {"queue", queue.queue().value()};
        double longest = queue.waiting().stream()
                .mapToLong(row -> Duration.between(row.since(), clock.instant()).toMillis())
                .max()
                .orElse(0);
        samples.gauge("queue.waiting", "Callers who wait", queue.waiting().size(), tags);
        samples.gauge("queue.longest.wait.seconds", "Of those who wait now", longest / MILLIS, tags);
        samples.gauge("queue.agents.idle", "Agents of the queue who are idle", queue.idle(), tags);
        samples.gauge("queue.agents.signed.in", "Agents of the queue", queue.signedIn(), tags);
        samples.gauge(
                "queue.today.offered", "Calls since midnight", queue.today().offered(), tags);
        samples.gauge("queue.today.answered", "Of them answered", queue.today().answered(), tags);
        samples.gauge(
                "queue.today.abandoned",
                "Of them hung up waiting",
                queue.today().abandoned(),
                tags);
    }
}
