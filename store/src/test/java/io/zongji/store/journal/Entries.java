package io.zongji.store.journal;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.journal.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries as a hotline writes them. */
public final class Entries {

    public static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    private Entries() {}

    /** All of a call that is answered and recorded: 15 entries, ended by the clearing of the call. */
    public static List<JournalEntry> answeredCall(int number) {
        return new Script(number)
                .caller(
                        CallEventType.SERVICE_INITIATED,
                        data(CallEventData.ROLE, "caller", CallEventData.PARTY, "13800000001"))
                .call(
                        CallEventType.ORIGINATED,
                        data(
                                CallEventData.CALLER,
                                "13800000001",
                                CallEventData.DIALLED,
                                "95000",
                                CallEventData.DIRECTION,
                                "inbound",
                                CallEventData.TRUNK,
                                "simulator"))
                .caller(CallEventType.ESTABLISHED, data())
                .call(CallEventType.FLOW_STARTED, data(CallEventData.FLOW, "hotline", CallEventData.FLOW_VERSION, "1"))
                .call(CallEventType.NODE_ENTERED, data(CallEventData.NODE, "welcome", CallEventData.NODE_TYPE, "play"))
                .call(CallEventType.DIGITS_COLLECTED, data(CallEventData.NODE, "menu", CallEventData.DIGITS, "1"))
                .call(CallEventType.QUEUED, data(CallEventData.QUEUE, "support", CallEventData.POSITION, "1"))
                .call(CallEventType.OFFERED, data(CallEventData.AGENT, "1001", CallEventData.QUEUE, "support"))
                .agent(
                        CallEventType.SERVICE_INITIATED,
                        data(CallEventData.ROLE, "agent", CallEventData.PARTY, "8001", CallEventData.AGENT, "1001"))
                .agent(CallEventType.DELIVERED, data())
                .agent(CallEventType.ESTABLISHED, data(CallEventData.AGENT, "1001"))
                .call(
                        CallEventType.RECORDING_STARTED,
                        data(
                                CallEventData.RECORDING,
                                "r" + number,
                                CallEventData.FILE,
                                file(number),
                                CallEventData.CHANNELS,
                                call(number) + "-1:caller," + call(number) + "-2:agent",
                                CallEventData.AUDIO_FROM,
                                START.plusSeconds(11).toString()))
                .caller(
                        CallEventType.CONNECTION_CLEARED,
                        data(
                                CallEventData.CAUSE,
                                "normal",
                                CallEventData.PACKETS_RECEIVED,
                                "1500",
                                CallEventData.PACKETS_LOST,
                                "3",
                                CallEventData.PACKETS_SENT,
                                "1490",
                                CallEventData.JITTER_MS,
                                "1.25",
                                CallEventData.OPINION_SCORE,
                                "4.34"))
                .agent(CallEventType.CONNECTION_CLEARED, data(CallEventData.CAUSE, "normal"))
                .call(
                        CallEventType.CALL_CLEARED,
                        data(CallEventData.CAUSE, "normal", CallEventData.RELEASED_BY, "caller"))
                .entries();
    }

    public static CallEvent recordingEnded(int number, int sequence) {
        return new CallEvent(
                call(number),
                sequence,
                CallEventType.RECORDING_ENDED,
                START.plusSeconds(60),
                null,
                data(
                        CallEventData.RECORDING,
                        "r" + number,
                        CallEventData.FILE,
                        file(number),
                        CallEventData.DURATION_MS,
                        "30000",
                        CallEventData.SIZE,
                        "960044",
                        CallEventData.SHA256,
                        "ab".repeat(32)));
    }

    /** As after a failure of the disk. */
    public static CallEvent recordingLost(int number, int sequence) {
        return new CallEvent(
                call(number),
                sequence,
                CallEventType.RECORDING_ENDED,
                START.plusSeconds(60),
                null,
                data(CallEventData.RECORDING, "r" + number, CallEventData.REASON, "STORAGE_FAILED"));
    }

    public static AgentEvent agentIs(String agent, AgentState state, int second) {
        return new AgentEvent(new AgentId(agent), state, "", START.plusSeconds(second), null);
    }

    public static CallId call(int number) {
        return new CallId("call-" + number);
    }

    static String file(int number) {
        return "2026/03/02/r" + number + ".wav";
    }

    private static Map<String, String> data(String... keysAndValues) {
        Map<String, String> data = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            data.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return data;
    }

    private static final class Script {
        private final List<JournalEntry> entries = new ArrayList<>();
        private final CallId call;

        Script(int number) {
            call = Entries.call(number);
        }

        Script call(CallEventType type, Map<String, String> data) {
            return add(type, null, data);
        }

        Script caller(CallEventType type, Map<String, String> data) {
            return add(type, LegId.of(call, 1), data);
        }

        Script agent(CallEventType type, Map<String, String> data) {
            return add(type, LegId.of(call, 2), data);
        }

        private Script add(CallEventType type, LegId leg, Map<String, String> data) {
            int sequence = entries.size() + 1;
            entries.add(new CallEvent(call, sequence, type, START.plusSeconds(sequence), leg, data));
            return this;
        }

        List<JournalEntry> entries() {
            return entries;
        }
    }
}
