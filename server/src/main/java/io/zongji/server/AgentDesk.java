package io.zongji.server;

import io.zongji.domain.AgentId;
import io.zongji.domain.QueueId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Device;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.live.LiveAgent;
import io.zongji.domain.live.LiveBoard;
import io.zongji.domain.live.LiveCall;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.store.recovery.ChosenQueues;
import io.zongji.store.recovery.LastState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries what agents ask from their screens into the SLEE. Thread-safe. */
public final class AgentDesk {

    private static final Logger log = LoggerFactory.getLogger(AgentDesk.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The reason shown to whoever was lost when the SLEE was stopped, whose state of before is not known. */
    private static final String PRESS_READY = "pressReady";

    private final EventInlet slee;
    private final LiveBoard board;
    private final ChosenQueues choices;
    private final AbsentPages pages;
    private final AgentDevices devices;
    private final CallDesk calls;

    AgentDesk(
            EventInlet slee,
            LiveBoard board,
            ChosenQueues choices,
            AbsentPages pages,
            AgentDevices devices,
            CallDesk calls) {
        this.slee = slee;
        this.board = board;
        this.choices = choices;
        this.pages = pages;
        this.devices = devices;
        this.calls = calls;
    }

    /**
     * Asks for an action.
     *
     * @param reason the code of a reason that is set up for being busy or at rest; may be null
     * @return the outcome when the ACD has decided: null when done, else why not. Never completes exceptionally
     */
    public CompletableFuture<String> ask(AgentId agent, AgentRequest.Action action, String reason) {
        return ask(agent, action, reason, null, null, false);
    }

    /**
     * Asks for signing in, or for other queues or another device. A call that is up goes on at the other device once that is
     * answered, and the choice counts from then on; until then, and if it is not answered, all is as before.
     *
     * @param queues those that the agent chose; null for all that the agent serves
     * @param device what is to ring for the agent: an extension or a number outside; null or empty for the phone of the own
     *               extension. Counts for signing in and for the choice of a device
     * @param standing whether a phone outside is to be called once and stay on the line between calls; not chosen in a call
     * @return as the other; for another device in a call, when it rings
     */
    public CompletableFuture<String> ask(
            AgentId agent,
            AgentRequest.Action action,
            String reason,
            Set<QueueId> queues,
            String device,
            boolean standing) {
        if (action != AgentRequest.Action.SIGN_IN && action != AgentRequest.Action.CHOOSE_DEVICE) {
            return request(agent, action, reason, queues);
        }
        Optional<LiveCall> call = action == AgentRequest.Action.CHOOSE_DEVICE ? callOf(agent) : Optional.empty();
        Device wanted = devices.device(agent, device, standing);
        if (call.isPresent()) {
            return move(agent, call.get(), wanted);
        }
        Device before = devices.chosen(agent);
        String refusal = devices.choose(agent, wanted);
        if (refusal != null) {
            return CompletableFuture.completedFuture(refusal);
        }
        return request(agent, action, reason, queues).thenApply(no -> {
            if (no != null) {
                devices.putBack(agent, before);
            }
            return no;
        });
    }

    /** Why the agent cannot work at the phone of an extension now; null when it is possible, as far as can be told before. */
    String refusalAt(AgentId agent, String extension) {
        return devices.refusal(agent, Device.extension(extension));
    }

    /** The call in which the agent talks; empty for one who is not signed in. */
    private Optional<LiveCall> callOf(AgentId agent) {
        if (!board.state(agent).signedIn()) {
            return Optional.empty();
        }
        return board.snapshot().calls().stream()
                .filter(call -> call.legs().stream()
                        .anyMatch(leg -> agent.equals(leg.agent()) && leg.answered() != null && leg.ended() == null))
                .findFirst();
    }

    private CompletableFuture<String> move(AgentId agent, LiveCall call, Device device) {
        Device present = devices.chosen(agent);
        boolean samePhone = present != null && present.isSamePhone(device);
        if ((device.isStanding() || samePhone) && !device.equals(present)) {
            return CompletableFuture.completedFuture(AgentRequest.STANDING_LEG_IN_CALL);
        }
        String refusal = devices.reserve(agent, device);
        if (refusal != null) {
            return CompletableFuture.completedFuture(refusal);
        }
        CallDesk.Moving moving = calls.move(call.call(), devices.ownNumber(agent), device.number());
        moving.moved().thenAcceptAsync(no -> {
            if (no.isPresent()) {
                devices.stayed(agent, device);
            } else if (devices.arrived(agent, device)) {
                request(agent, AgentRequest.Action.CHOOSE_DEVICE, null, null);
            }
        });
        return moving.asked().thenApply(no -> no.map(Refusal::code).orElse(null));
    }

    private CompletableFuture<String> request(
            AgentId agent, AgentRequest.Action action, String reason, Set<QueueId> queues) {
        CompletableFuture<String> outcome = new CompletableFuture<String>()
                .completeOnTimeout(AgentRequest.UNAVAILABLE, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        String words = Objects.requireNonNullElse(reason, "");
        AgentRequest request = new AgentRequest(agent, action, words, queues, outcome::complete);
        switch (action) {
            case PAGE_LOST -> pages.lost(agent, () -> fire(request, outcome));
            case PAGE_BACK -> pages.back(agent, () -> fire(request, outcome));
            default -> fire(request, outcome);
        }
        return switch (action) {
            case SIGN_IN, CHOOSE_QUEUES, EXTEND_WRAP_UP ->
                outcome.thenApplyAsync(refusal -> {
                    if (refusal == null) {
                        note(request);
                    }
                    return refusal;
                });
            default -> outcome;
        };
    }

    /** What was done and is in no journal. */
    private void note(AgentRequest request) {
        if (request.action() == AgentRequest.Action.EXTEND_WRAP_UP) {
            board.lengthenWrapUp(request.agent());
            return;
        }
        board.choose(request.agent(), request.queues());
        choices.keep(request.agent(), request.queues());
        if (request.action() == AgentRequest.Action.SIGN_IN) {
            pages.forget(request.agent());
        }
    }

    /** Brings agents back to the states they were in when the last run ended. */
    void restore(Map<AgentId, LastState> states) {
        states.forEach((agent, last) -> {
            AgentState state = stateAfterRestart(last.state());
            if (state != null) {
                board.choose(agent, choices.of(agent));
                String reason = last.state() == AgentState.LOST ? PRESS_READY : last.reason();
                AgentRequest.Reply reply = refusal -> {
                    if (refusal != null) {
                        log.info("Agent {} was not brought back: {}", agent, refusal);
                    }
                    // Only now: events of different activities may overtake each other, and who signs in is taken to be
                    // there.
                    pages.ifAbsent(agent, () -> fire(pageLost(agent), new CompletableFuture<>()));
                };
                fire(
                        new AgentRequest(
                                agent,
                                AgentRequest.Action.RESTORE,
                                state,
                                last.since(),
                                reason,
                                choices.of(agent),
                                reply),
                        new CompletableFuture<>());
            }
        });
    }

    private static AgentRequest pageLost(AgentId agent) {
        return new AgentRequest(agent, AgentRequest.Action.PAGE_LOST, "", null, refusal -> {});
    }

    /** Brings agents back to the states that the live view shows of them, when only the SLEE was started again. */
    void restore(List<LiveAgent> agents) {
        restore(agents.stream()
                .collect(Collectors.toMap(
                        LiveAgent::agent,
                        agent -> new LastState(
                                agent.state(), Objects.requireNonNullElse(agent.reason(), ""), agent.since()))));
    }

    /** A call does not survive a restart, so its agent writes it up; who was offered a call is free. */
    private static AgentState stateAfterRestart(AgentState last) {
        return switch (last) {
            case SIGNED_OUT -> null;
            case IDLE, OFFERED -> AgentState.IDLE;
            case TALKING, WRAP_UP -> AgentState.WRAP_UP;
            case REST -> AgentState.REST;
            case BUSY, LOST -> AgentState.BUSY;
        };
    }

    private void fire(AgentRequest request, CompletableFuture<String> outcome) {
        if (!slee.fire(request)) {
            outcome.complete(AgentRequest.UNAVAILABLE);
        }
    }
}
