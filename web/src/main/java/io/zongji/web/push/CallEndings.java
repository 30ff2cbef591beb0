package io.zongji.web.push;

import io.zongji.domain.CallId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.journal.JournalEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who ended the calls that ended last, so that an agent is told whether the customer hung up. Thread-safe. */
final class CallEndings {
    /** Pages hear of an end within seconds, or not at all. */
    private static final int KEPT = 2_000;

    private final Map<CallId, String> releasedBy = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, String> eldest) {
            return size() > KEPT;
        }
    };

    synchronized void accept(JournalEntry entry) {
        if (entry instanceof CallEvent event && event.type() == CallEventType.CALL_CLEARED) {
            releasedBy.put(event.call(), event.value(CallEventData.RELEASED_BY).orElse(CallEventData.SYSTEM));
        }
    }

    /** {@code caller}, {@code agent} or {@code system}; null when the call is not known to have ended. */
    synchronized String of(CallId call) {
        return releasedBy.get(call);
    }
}
