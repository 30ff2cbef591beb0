package io.zongji.domain.recording;

import static io.zongji.domain.journal.CallEventType.CALL_CLEARED;
import static io.zongji.domain.journal.CallEventType.CONNECTION_CLEARED;
import static io.zongji.domain.journal.CallEventType.ESTABLISHED;
import static io.zongji.domain.journal.CallEventType.HELD;
import static io.zongji.domain.journal.CallEventType.MODE_CHANGED;
import static io.zongji.domain.journal.CallEventType.MOVED;
import static io.zongji.domain.journal.CallEventType.RECORDING_DECLINED;
import static io.zongji.domain.journal.CallEventType.RECORDING_ENDED;
import static io.zongji.domain.journal.CallEventType.RECORDING_PAUSED;
import static io.zongji.domain.journal.CallEventType.RECORDING_RESUMED;
import static io.zongji.domain.journal.CallEventType.RECORDING_STARTED;
import static io.zongji.domain.journal.CallEventType.RESUMED;
import static io.zongji.domain.journal.CallEventType.RETRIEVED;
import static io.zongji.domain.journal.CallEventType.SERVICE_INITIATED;
import static io.zongji.domain.journal.CallEventType.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerFoldTest {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final CallId CALL = new CallId("call");
    private static final LegId CALLER = new LegId("call-1");
    private static final LegId AGENT = new LegId("call-2");
    private static final LegId COLLEAGUE = new LegId("call-3");

    private final List<CallEvent> events = new ArrayList<>();

    @Test
    void talkOfBothPartiesIsInTheBooksAndRecorded() {
        at(0, ESTABLISHED, CALLER);
        at(10, ESTABLISHED, AGENT);
        recordingFrom(10.1, "r1", CALLER, AGENT);
        at(70, CONNECTION_CLEARED, AGENT);
        recordingUntil(70, "r1", 10.1);
        at(70, CONNECTION_CLEARED, CALLER);
        at(70, CALL_CLEARED, null);

        RecordingLedger ledger = LedgerFold.fold(events);

        assertThat(seconds(ledger, Coverage.RECORDED)).isEqualTo(2 * 59.9);
        assertThat(ledger.all(Coverage.MISSING)).isEmpty();
        assertThat(ledger.share()).isEqualTo(1);
    }

    @Test
    void aCallerWhoListensToMusicOrPromptsDoesNotTalk() {
        at(0, ESTABLISHED, CALLER);
        at(30, CONNECTION_CLEARED, CALLER);
        at(30, CALL_CLEARED, null);

        RecordingLedger ledger = LedgerFold.fold(events);

        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.share()).isEqualTo(1);
    }

    @Test
    void nobodyTalksWhileOneIsOnHoldButAConsultationIsTalk() {
        at(0, ESTABLISHED, CALLER);
        at(0, ESTABLISHED, AGENT);
        recordingFrom(0, "r1", CALLER, AGENT);
        at(10, HELD, CALLER);
        at(15, ESTABLISHED, COLLEAGUE);
        recordingUntil(15, "r1", 0);
        recordingFrom(15, "r2", CALLER, AGENT, COLLEAGUE);
        at(25, CONNECTION_CLEARED, COLLEAGUE);
        at(30, RETRIEVED, CALLER);
        at(40, CONNECTION_CLEARED, CALLER);
        at(40, CONNECTION_CLEARED, AGENT);
        recordingUntil(40, "r2", 15);
        at(40, CALL_CLEARED, null);

        RecordingLedger ledger = LedgerFold.fold(events);

        assertThat(ledger.entries())
                .containsExactlyInAnyOrder(
                        entry(CALLER, 0, 10, Coverage.RECORDED),
                        entry(AGENT, 0, 10, Coverage.RECORDED),
                        entry(AGENT, 15, 25, Coverage.RECORDED),
                        entry(COLLEAGUE, 15, 25, Coverage.RECORDED),
                        entry(CALLER, 30, 40, Coverage.RECORDED),
                        entry(AGENT, 30, 40, Coverage.RECORDED));
    }

    @Test
    void aPartyWithoutAChannelIsMissingThoughTheOthersAreRecorded() {
        at(0, ESTABLISHED, CALLER);
        at(0, ESTABLISHED, AGENT);
        recordingFrom(0, "r1", CALLER, AGENT);
        at(10, ESTABLISHED, COLLEAGUE);
        at(20, CONNECTION_CLEARED, COLLEAGUE);
        at(20, CONNECTION_CLEARED, CALLER);
        recordingUntil(20, "r1", 0);
        at(20, CALL_CLEARED, null);

        RecordingLedger ledger = LedgerFold.fold(events);

        assertThat(ledger.all(Coverage.MISSING)).containsExactly(entry(COLLEAGUE, 10, 20, Coverage.MISSING));
        assertThat(ledger.share()).isEqualTo(0.8);
    }

    @Test
    void aFileThatIsShorterThanTheTalkLeavesAGap() {
        at(0, ESTABLISHED, CALLER);
        at(0, ESTABLISHED, AGENT);
        recordingFrom(0, "r1", CALLER, AGENT);
        event(20, RECORDING_ENDED, null, ended("r1", 12));
        at(20, CONNECTION_CLEARED, CALLER);
        at(20, CALL_CLEARED, null);

        assertThat(LedgerFold.fold(events).all(Coverage.MISSING))
                .containsExactly(entry(CALLER, 12, 20, Coverage.MISSING), entry(AGENT, 12, 20, Coverage.MISSING));
    }

    @Test
    void aPartThatFailedOrWasLostCoversNothing() {
        at(0, ESTABLISHED, CALLER);
        at(0, ESTABLISHED, AGENT);
        recordingFrom(0, "r1", CALLER, AGENT);
        event(5, RECORDING_ENDED, null, Map.of(CallEventData.RECORDING, "r1", CallEventData.REASON, "STORAGE_FAILED"));
        at(20, CONNECTION_CLEARED, CALLER);
        at(20, CALL_CLEARED, null);

        assertThat(seconds(LedgerFold.fold(events), Coverage.MISSING)).isEqualTo(40);
    }

    @Test
    void noRecordingAtAllIsAGapUnlessItWasDeclined() {
        at(0, ESTABLISHED, CALLER);
        at(0, ESTABLISHED, AGENT);
        at(20, CONNECTION_CLEARED, CALLER);
        at(20, CALL_CLEARED, null);
        assertThat(LedgerFold.fold(events).share()).isZero();

        events.clear();
        at(0, ESTABLISHED, CALLER);
        at(0, ESTABLISHED, AGENT);
        event(0.2, RECORDING_DECLINED, null, Map.of(CallEventData.QUEUE, "support"));
        at(20, CONNECTION_CLEARED, CALLER);
        at(20, CALL_CLEARED, null);
        RecordingLedger declined = LedgerFold.fold(events);
        assertThat(declined.share()).isEqualTo(1);
        assertThat(seconds(declined, Coverage.NOT_WANTED)).isEqualTo(2 * 19.8);
    }

    @Test
    void aPauseIsOnPurposeAlsoWhenThePartEndsInIt() {
        at(0, ESTABLISHED, CALLER);
        at(0, ESTABLISHED, AGENT);
        recordingFrom(0, "r1", CALLER, AGENT);
        event(5, RECORDING_PAUSED, null, Map.of(CallEventData.RECORDING, "r1"));
        event(8, RECORDING_RESUMED, null, Map.of(CallEventData.RECORDING, "r1"));
        event(18, RECORDING_PAUSED, null, Map.of(CallEventData.RECORDING, "r1"));
        recordingUntil(20, "r1", 0);
        recordingFrom(20, "r2", CALLER, AGENT);
        at(25, CONNECTION_CLEARED, CALLER);
        recordingUntil(25, "r2", 20);
        at(25, CALL_CLEARED, null);

        RecordingLedger ledger = LedgerFold.fold(events);

        assertThat(seconds(ledger, Coverage.PAUSED)).isEqualTo(10);
        assertThat(seconds(ledger, Coverage.RECORDED)).isEqualTo(40);
        assertThat(ledger.share()).isEqualTo(1);
    }

    @Test
    void theBooksAreClosedWhenTheCallAndItsRecordingsAreOver() {
        LedgerFold fold = new LedgerFold();
        at(0, ESTABLISHED, CALLER);
        at(0, ESTABLISHED, AGENT);
        recordingFrom(0, "r1", CALLER, AGENT);
        at(9, CALL_CLEARED, null);
        events.forEach(fold::apply);
        assertThat(fold.complete()).isFalse();

        recordingUntil(9, "r1", 0);
        fold.apply(events.get(events.size() - 1));

        assertThat(fold.complete()).isTrue();
        assertThat(fold.ledger().share()).isEqualTo(1);
    }

    @Test
    void aSupervisorTalksWhenWhisperingOrBargingInAndNotWhenListening() {
        event(0, SERVICE_INITIATED, AGENT, Map.of(CallEventData.ROLE, "agent"));
        at(0, ESTABLISHED, CALLER);
        at(0, ESTABLISHED, AGENT);
        recordingFrom(0, "r1", CALLER, AGENT);
        event(2, SERVICE_INITIATED, COLLEAGUE, Map.of(CallEventData.ROLE, "supervisor", CallEventData.MODE, "LISTEN"));
        at(5, ESTABLISHED, COLLEAGUE);
        event(10, MODE_CHANGED, COLLEAGUE, Map.of(CallEventData.MODE, "WHISPER"));
        at(12, HELD, CALLER);
        event(15, MODE_CHANGED, COLLEAGUE, Map.of(CallEventData.MODE, "BARGE_IN"));
        at(20, CONNECTION_CLEARED, COLLEAGUE);
        recordingUntil(20, "r1", 0);
        at(20, CALL_CLEARED, null);

        assertThat(LedgerFold.fold(events).entries())
                .containsExactlyInAnyOrder(
                        entry(CALLER, 0, 12, Coverage.RECORDED),
                        entry(AGENT, 0, 20, Coverage.RECORDED),
                        entry(COLLEAGUE, 10, 20, Coverage.MISSING));
    }

    @Test
    void aWhisperIsForTheAgentAtWhicheverPhone() {
        LegId elsewhere = new LegId("c-9");
        event(0, SERVICE_INITIATED, AGENT, Map.of(CallEventData.ROLE, "agent"));
        at(0, ESTABLISHED, CALLER);
        at(0, ESTABLISHED, AGENT);
        recordingFrom(0, "r1", CALLER, AGENT);
        event(2, SERVICE_INITIATED, COLLEAGUE, Map.of(CallEventData.ROLE, "supervisor", CallEventData.MODE, "WHISPER"));
        at(5, ESTABLISHED, COLLEAGUE);
        event(8, SERVICE_INITIATED, elsewhere, Map.of(CallEventData.ROLE, "agent", CallEventData.MOVES, AGENT.value()));
        at(12, ESTABLISHED, elsewhere);
        event(12, MOVED, elsewhere, Map.of(CallEventData.MOVES, AGENT.value()));
        at(12, CONNECTION_CLEARED, AGENT);
        at(20, CONNECTION_CLEARED, COLLEAGUE);
        recordingUntil(20, "r1", 0);
        at(20, CALL_CLEARED, null);

        assertThat(LedgerFold.fold(events).entries())
                .contains(entry(COLLEAGUE, 5, 20, Coverage.MISSING), entry(AGENT, 0, 12, Coverage.RECORDED));
    }

    @Test
    void whoIsSuspendedDoesNotTalkUntilTheLegIsBack() {
        at(0, ESTABLISHED, CALLER);
        at(0, ESTABLISHED, AGENT);
        recordingFrom(0, "r1", CALLER, AGENT);
        at(5, SUSPENDED, AGENT);
        at(8, RESUMED, AGENT);
        recordingUntil(8, "r1", 0);
        recordingFrom(8, "r2", CALLER, AGENT);
        at(10, CONNECTION_CLEARED, CALLER);
        recordingUntil(10, "r2", 8);
        at(10, CALL_CLEARED, null);

        RecordingLedger ledger = LedgerFold.fold(events);

        assertThat(seconds(ledger, Coverage.RECORDED)).isEqualTo(14);
        assertThat(ledger.all(Coverage.MISSING)).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** Whatever happens in whatever order, each second of talk is in the books once, and nothing else is. */
    @ParameterizedTest
    @MethodSource("seeds")
    void anyHistoryIsAccountedForOnce(int seed) {
        Random random = new Random(seed);
        CallEventType[] types = CallEventType.values();
        LegId[] legs = {CALLER, AGENT, COLLEAGUE, null};
        double now = 0;
        for (int i = 0; i < 60; i++) {
            now += random.nextInt(5);
            event(now, types[random.nextInt(types.length)], legs[random.nextInt(4)], ended("r" + random.nextInt(3), 3));
        }

        List<LedgerEntry> entries = LedgerFold.fold(events).entries();

        for (LegId leg : List.of(CALLER, AGENT, COLLEAGUE)) {
            List<LedgerEntry> own =
                    entries.stream().filter(entry -> entry.leg().equals(leg)).toList();
            for (int i = 1; i < own.size(); i++) {
                assertThat(own.get(i).from()).isAfterOrEqualTo(own.get(i - 1).until());
            }
        }
    }

    private void recordingFrom(double second, String id, LegId... legs) {
        String channels = Channel.write(
                List.of(legs).stream().map(leg -> new Channel(leg, "agent")).toList());
        // The journal hears of it later than it was.
        event(
                second + 0.3,
                RECORDING_STARTED,
                null,
                Map.of(
                        CallEventData.RECORDING, id,
                        CallEventData.CHANNELS, channels,
                        CallEventData.AUDIO_FROM, time(second).toString()));
    }

    private void recordingUntil(double second, String id, double from) {
        event(second, RECORDING_ENDED, null, ended(id, second - from));
    }

    private static Map<String, String> ended(String id, double seconds) {
        return Map.of(
                CallEventData.RECORDING,
                id,
                CallEventData.DURATION_MS,
                Long.toString(Math.round(seconds * 1000)),
                CallEventData.SHA256,
                "00");
    }

    private void at(double second, CallEventType type, LegId leg) {
        event(second, type, leg, Map.of());
    }

    private void event(double second, CallEventType type, LegId leg, Map<String, String> data) {
        events.add(new CallEvent(CALL, events.size() + 1, type, time(second), leg, data));
    }

    private static LedgerEntry entry(LegId leg, double from, double until, Coverage coverage) {
        return new LedgerEntry(leg, time(from), time(until), coverage);
    }

    private static Instant time(double second) {
        return START.plusMillis(Math.round(second * 1000));
    }

    private static double seconds(RecordingLedger ledger, Coverage coverage) {
        Duration length = ledger.of(coverage);
        return length.toMillis() / 1000.0;
    }
}
