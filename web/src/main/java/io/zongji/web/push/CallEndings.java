package io.zongji.web.push;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.JournalEntry;
import java.util.LinkedHashMap;
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

    private static final String NO_AGENT = "";

    /**
     * How a call left a desk.
     *
     * @param by    {@code caller}, {@code agent}, {@code system} or {@link #HANDED_OVER}
     * @param cause the code of a {@link Cause}; null when it is the usual one
     */
    record Ending(String by, String cause) {}

    private final Map<CallId, Ending> cleared = new Newest<>();
    /** Who has or is offered each call. */
    private final Map<CallId, String> owners = new Newest<>();

    synchronized void accept(JournalEntry entry) {
        if (entry instanceof CallEvent event) {
            switch (event.type()) {
                case OFFERED, TRANSFERRED ->
                    owners.put(event.call(), event.value(CallEventData.AGENT).orElse(NO_AGENT));
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
        if (ending == null && agent != null && owner != null && !owner.equals(agent.value())) {
            return new Ending(HANDED_OVER, null);
        }
        return ending;
    }

    /** Forgets the oldest. */
    private static final class Newest<V> extends LinkedHashMap<CallId, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, V> eldest) {
            return size() > KEPT;
        }
    }
}
