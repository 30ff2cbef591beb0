package io.zongji.domain.call;

import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the journal of one call in short words. */
public final class CallJournal {
    public static final Instant START = Instant.parse("2026-01-05T01:00:00Z");

    private final CallId call;
    private final List<CallEvent> events = new ArrayList<>();
    private Instant now = START;

    public CallJournal(String call) {
        this(call, START);
    }

    public CallJournal(String call, Instant start) {
        this.call = new CallId(call);
        this.now = start;
    }

    public CallJournal after(long seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    /** An event of the call; data as key, value, key, value. */
    public CallJournal call(CallEventType type, String... data) {
        return add(type, null, data);
    }

    public CallJournal caller(CallEventType type, String... data) {
        return add(type, LegId.of(call, 1), data);
    }

    public CallJournal agent(CallEventType type, String... data) {
        return add(type, LegId.of(call, 2), data);
    }

    public CallJournal colleague(CallEventType type, String... data) {
        return add(type, LegId.of(call, 3), data);
    }

    public CallJournal leg(LegId leg, CallEventType type, String... data) {
        return add(type, leg, data);
    }

    private CallJournal add(CallEventType type, LegId leg, String... data) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < data.length; i += 2) {
            map.put(data[i], data[i + 1]);
        }
        events.add(new CallEvent(call, events.size() + 1, type, now, leg, map));
        return this;
    }

    public CallJournal arrived() {
        return caller(
                        CallEventType.SERVICE_INITIATED,
                        CallEventData.ROLE,
                        "caller",
                        CallEventData.CALLER,
                        "13588888888",
                        CallEventData.DIALLED,
                        "4008001234",
                        CallEventData.TRUNK,
                        "carrier",
                        CallEventData.DIRECTION,
                        "inbound")
                .caller(CallEventType.ESTABLISHED);
    }

    public CallJournal inIvr() {
        return arrived()
                .call(CallEventType.FLOW_STARTED, CallEventData.FLOW, "main")
                .call(CallEventType.NODE_ENTERED, CallEventData.NODE, "menu", CallEventData.LABEL, "Main menu");
    }

    /** Ten seconds of IVR before. */
    public CallJournal queued() {
        return inIvr().after(10)
                .caller(CallEventType.QUEUED, CallEventData.QUEUE, "sales", CallEventData.POSITION, "1");
    }

    /** Twenty seconds of waiting before. */
    public CallJournal ringing() {
        return queued().after(20)
                .call(CallEventType.OFFERED, CallEventData.AGENT, "a1", CallEventData.QUEUE, "sales")
                .agent(CallEventType.ORIGINATED, CallEventData.ROLE, "agent", CallEventData.AGENT, "a1")
                .agent(CallEventType.DELIVERED);
    }

    /** Five seconds of ringing before. */
    public CallJournal talking() {
        return ringing().after(5).agent(CallEventType.ESTABLISHED);
    }

    public CallJournal callerHangsUp() {
        return caller(CallEventType.CONNECTION_CLEARED, CallEventData.CAUSE, "normal");
    }

    public CallJournal cleared(String by, String cause) {
        return call(CallEventType.CALL_CLEARED, CallEventData.RELEASED_BY, by, CallEventData.CAUSE, cause);
    }

    public List<CallEvent> events() {
        return List.copyOf(events);
    }

    public CallRecord record() {
        return CallProjection.fold(call, events);
    }

    public CallId id() {
        return call;
    }
}
