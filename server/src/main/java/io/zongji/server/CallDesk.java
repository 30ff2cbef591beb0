package io.zongji.server;

import io.zongji.domain.CallId;
import io.zongji.domain.call.AttachedData;
import io.zongji.domain.conversation.Keys;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.conversation.SupervisorMode;
import io.zongji.domain.live.LiveBoard;
import io.zongji.domain.live.LiveCall;
import io.zongji.sbb.events.AttachOrder;
import io.zongji.sbb.events.AttachRequest;
import io.zongji.sbb.events.MakeCallOrder;
import io.zongji.sbb.events.ServiceOrder;
import io.zongji.sbb.events.ServiceRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Carries what agents and supervisors ask of calls into the SLEE. Whether they may is the caller's affair, except that only
 * the agent whose call it is can be served. Thread-safe.
 */
public final class CallDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Longer than a call rings the phone to be moved to. */
    private static final Duration LONGEST_RING = Duration.ofSeconds(60);

    private final EventInlet slee;
    private final LiveBoard board;

    CallDesk(EventInlet slee, LiveBoard board) {
        this.slee = slee;
        this.board = board;
    }

    /**
     * Asks for a service.
     *
     * @param device the extension of the one who asks
     * @param target the extension to ring, or the digits to send; empty for services that need neither
     * @return empty when it is done, or when the phone is being rung; else why not. Never completes exceptionally
     * @throws IllegalArgumentException when it is nothing that a call could do; the call never hears of it
     */
    public CompletableFuture<Optional<Refusal>> ask(CallId call, Service service, String device, String target) {
        if (service == Service.MAKE_CALL || service == Service.MOVE) {
            throw new IllegalArgumentException(service + " is not asked of a call by itself");
        } else if (service == Service.SEND_DIGITS) {
            Keys.check("target", target);
        }
        return order(call, service, device, target, null, null);
    }

    /**
     * Has a supervisor's phone rung, and the supervisor take part in the call; or changes how, when in it already.
     *
     * @param device the supervisor's extension
     * @param by     the supervisor's name
     * @return as {@link #ask}
     */
    public CompletableFuture<Optional<Refusal>> join(CallId call, String device, SupervisorMode mode, String by) {
        return order(call, Service.JOIN, device, device, mode, by);
    }

    /**
     * Lets data go along with a call, over what is attached already.
     *
     * @param data names and values; an empty value takes the name away
     * @return as {@link #ask}
     * @throws IllegalArgumentException when it is more than {@link AttachedData} takes; says what
     */
    public CompletableFuture<Optional<Refusal>> attach(CallId call, Map<String, String> data) {
        board.call(call)
                .map(LiveCall::data)
                .map(AttachedData::new)
                .orElse(AttachedData.NONE)
                .with(data);
        CompletableFuture<Optional<Refusal>> outcome = outcome(PATIENCE);
        if (!slee.fire(new AttachOrder(call, new AttachRequest(data, done(outcome))))) {
            outcome.complete(Optional.of(Refusal.UNAVAILABLE));
        }
        return outcome;
    }

    /**
     * A supervisor takes the call over, at once when in it already, else when the phone that is rung is answered.
     *
     * @param device the supervisor's extension
     * @param by     the supervisor's name
     * @return as {@link #ask}
     */
    public CompletableFuture<Optional<Refusal>> intercept(CallId call, String device, String by) {
        return order(call, Service.INTERCEPT, device, device, null, by);
    }

    /**
     * A call that was asked for.
     *
     * @param call    its id; null when refused
     * @param refusal why not; null when the own phone is being rung
     */
    public record Made(CallId call, Refusal refusal) {}

    /**
     * Has a phone rung, and then calls somebody from it.
     *
     * @param device the extension of the one who calls
     * @param target the extension or outside number to call
     * @param caller the number of ours to show outside, where the trunk permits it; null for the usual one
     * @return never completes exceptionally
     */
    public CompletableFuture<Made> make(String device, String target, String caller) {
        CompletableFuture<Made> outcome = new CompletableFuture<Made>()
                .completeOnTimeout(new Made(null, Refusal.UNAVAILABLE), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        MakeCallOrder order =
                new MakeCallOrder(device, target, caller, (call, refusal) -> outcome.complete(new Made(call, refusal)));
        if (!slee.fire(order)) {
            outcome.complete(new Made(null, Refusal.UNAVAILABLE));
        }
        return outcome;
    }

    /**
     * How it goes to have somebody go on at another device. Neither completes exceptionally.
     *
     * @param asked empty when it rings; else why not
     * @param moved empty when it was answered; else why not
     */
    record Moving(CompletableFuture<Optional<Refusal>> asked, CompletableFuture<Optional<Refusal>> moved)
            implements ServiceRequest.Reply {
        @Override
        public void done(Refusal refusal) {
            asked.complete(Optional.ofNullable(refusal));
            if (refusal != null) {
                moved(refusal);
            }
        }

        @Override
        public void moved(Refusal refusal) {
            moved.complete(Optional.ofNullable(refusal));
        }
    }

    /**
     * Has another device rung, and the one who asks go on there once it is answered.
     *
     * @param device the extension of the one who asks
     * @param target the extension of the other phone, or a number outside
     */
    Moving move(CallId call, String device, String target) {
        Moving moving = new Moving(outcome(PATIENCE), outcome(LONGEST_RING));
        if (!slee.fire(new ServiceOrder(call, new ServiceRequest(Service.MOVE, device, target, null, moving)))) {
            moving.done(Refusal.UNAVAILABLE);
        }
        return moving;
    }

    /** A supervisor ends the call for all who are in it. */
    public CompletableFuture<Optional<Refusal>> release(CallId call) {
        return order(call, Service.RELEASE, "", "", null, null);
    }

    private CompletableFuture<Optional<Refusal>> order(
            CallId call, Service service, String device, String target, SupervisorMode mode, String by) {
        CompletableFuture<Optional<Refusal>> outcome = outcome(PATIENCE);
        ServiceRequest request = new ServiceRequest(service, device, target, mode, by, done(outcome));
        if (!slee.fire(new ServiceOrder(call, request))) {
            outcome.complete(Optional.of(Refusal.UNAVAILABLE));
        }
        return outcome;
    }

    private static CompletableFuture<Optional<Refusal>> outcome(Duration patience) {
        return new CompletableFuture<Optional<Refusal>>()
                .completeOnTimeout(Optional.of(Refusal.UNAVAILABLE), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ServiceRequest.Reply done(CompletableFuture<Optional<Refusal>> outcome) {
        return refusal -> outcome.complete(Optional.ofNullable(refusal));
    }
}
