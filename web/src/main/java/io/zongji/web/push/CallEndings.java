package io.zongji.web.push;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.JournalEntry;
import io.zongji.web.Newest;
import java.util.Map;

/**
 * Why calls are gone from a desk: who ended those that ended last, for which cause, and to whom the others were given.
 * Thread-safe.
 */
final class CallEndings {
    /** Pages hear of an end within seconds, or not at all. */
    private static final int KEPT = 2_000;

    /** Value of {@link Ending#by}: the call goes on without this agent. */
    static final String HANDED_OVER = "handedOver";
    /** Value of {@link Ending#by}: the agent has sent the ringing call elsewhere. */
    static final String DEFLECTED = "deflected";
    /** Value of {@link Ending#by}: the agent did not want the call that was offered, and it waits on. */
    static final String DECLINED = "declined";
    /** Value of {@link Ending#by}: a supervisor talks with the caller from now on. */
    static final String INTERCEPTED = "intercepted";

    private static final String NO_AGENT = "";

    /**
     * How a call left a desk.
     *
     * @param by    {@code caller}, {@code agent}, {@code system}, {@link #HANDED_OVER}, {@link #DEFLECTED}, {@link #DECLINED} or
     *              {@link #INTERCEPTED}
     * @param cause the code of a {@link Cause}; null when it is the usual one
     */
    record Ending(String by, String cause) {
        /** Whether somebody in charge has ended it, or has taken it from the agent. */
        boolean byAuthority() {
            return by.equals(INTERCEPTED) || Cause.RELEASED.code().equals(cause);
        }
    }

    /**
     * An agent who was offered a call and has said no.
     *
     * @param by {@link #DEFLECTED} or {@link #DECLINED}
     */
    private record Refusal(String agent, String by) {}

    private final Map<CallId, Ending> cleared = Newest.byAge(KEPT);
    /** Who has or is offered each call. */
    private final Map<CallId, String> owners = Newest.byAge(KEPT);
    /** Who has said no to each call last. */
    private final Map<CallId, Refusal> refusals = Newest.byAge(KEPT);
    /** The leg of the supervisor who came last into each call. */
    private final Map<CallId, LegId> supervisors = Newest.byAge(KEPT);
    /** The calls whose owner is a supervisor. */
    private final Map<CallId, Boolean> intercepted = Newest.byAge(KEPT);

    synchronized void accept(JournalEntry entry) {
        if (entry instanceof CallEvent event) {
            switch (event.type()) {
                case SERVICE_INITIATED -> {
                    if (event.value(CallEventData.ROLE)
                            .filter(CallEventData.ROLE_SUPERVISOR::equals)
                            .isPresent()) {
                        supervisors.put(event.call(), event.leg());
                    }
                }
                case OFFERED, TRANSFERRED -> owned(event);
                case OFFER_REFUSED -> refused(event);
                case CALL_CLEARED -> {
                    owners.remove(event.call());
                    cleared.put(event.call(), ending(event));
                }
                default -> {
                    // Takes the call from nobody.
                }
            }
        }
    }

    /** An agent who was silent, or could not be reached, has not said no. */
    private void refused(CallEvent event) {
        String agent = event.value(CallEventData.AGENT).orElse(NO_AGENT);
        event.value(CallEventData.CAUSE).flatMap(Cause::fromCode).ifPresent(cause -> {
            if (cause == Cause.DEFLECTED || cause == Cause.DECLINED) {
                refusals.put(event.call(), new Refusal(agent, cause == Cause.DEFLECTED ? DEFLECTED : DECLINED));
            }
        });
    }

    private void owned(CallEvent event) {
        String owner = event.value(CallEventData.AGENT).orElse(NO_AGENT);
        owners.put(event.call(), owner);
        refusals.computeIfPresent(
                event.call(), (call, refusal) -> refusal.agent().equals(owner) ? null : refusal);
        boolean bySupervisor = event.leg() != null && event.leg().equals(supervisors.get(event.call()));
        if (bySupervisor) {
            intercepted.put(event.call(), true);
        } else {
            intercepted.remove(event.call());
        }
    }

    private static Ending ending(CallEvent event) {
        String cause = event.value(CallEventData.CAUSE)
                .filter(code -> !code.equals(Cause.NORMAL.code()) && !code.equals(Cause.CANCELLED.code()))
                .orElse(null);
        return new Ending(event.value(CallEventData.RELEASED_BY).orElse(CallEventData.SYSTEM), cause);
    }

    /**
     * Why a call is gone that this agent had.
     *
     * @param agent null when the page is nobody's desk
     * @return null when it is not known, or not yet
     */
    synchronized Ending of(CallId call, AgentId agent) {
        Ending ending = cleared.get(call);
        String owner = owners.get(call);
        Refusal refusal = refusals.get(call);
        if (agent != null && refusal != null && refusal.agent().equals(agent.value())) {
            return new Ending(refusal.by(), null);
        }
        if (ending == null && agent != null && owner != null && !owner.equals(agent.value())) {
            return new Ending(intercepted.containsKey(call) ? INTERCEPTED : HANDED_OVER, null);
        }
        return ending;
    }
}
