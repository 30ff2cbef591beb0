package io.zongji.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose seconds are whose: talk, hold and consultation belong to the agent who spent them. */
class LegDurationsTest {

    private final CallJournal journal = new CallJournal("c1");

    @Test
    void aHoldIsTheAgentsWhoseCallItIs() {
        journal.talking().after(30).caller(CallEventType.HELD).after(7).caller(CallEventType.RETRIEVED);
        journal.after(3).callerHangsUp();

        assertThat(agent()).isEqualTo(times(5, 33, 0, 7, 0));
        assertThat(journal.record().legs().get(0).durations()).isEqualTo(times(0, 33, 0, 7, 0));
    }

    @Test
    void whileTheColleaguesPhoneRingsTheAgentHoldsAndThenBothConsult() {
        consulting();
        journal.after(20)
                .caller(CallEventType.RETRIEVED)
                .colleague(CallEventType.CONNECTION_CLEARED)
                .after(5);
        journal.callerHangsUp();

        assertThat(agent()).isEqualTo(times(5, 15, 20, 4, 0));
        assertThat(colleague()).isEqualTo(times(4, 0, 20, 0, 0));
    }

    @Test
    void whoAlternatesTalksWithTheCustomerWhileTheColleagueIsHeld() {
        consulting();
        journal.after(20)
                .caller(CallEventType.RETRIEVED)
                .colleague(CallEventType.HELD)
                .after(6)
                .caller(CallEventType.HELD)
                .colleague(CallEventType.RETRIEVED)
                .after(2)
                .callerHangsUp();

        assertThat(agent()).isEqualTo(times(5, 16, 22, 4, 0));
        assertThat(colleague()).isEqualTo(times(4, 0, 22, 6, 0));
    }

    @Test
    void afterATransferTheTalkIsTheColleagues() {
        consulting();
        journal.after(20)
                .caller(CallEventType.RETRIEVED)
                .colleague(CallEventType.TRANSFERRED, CallEventData.AGENT, "a2")
                .agent(CallEventType.CONNECTION_CLEARED)
                .after(60)
                .callerHangsUp();

        assertThat(agent()).isEqualTo(times(5, 10, 20, 4, 0));
        assertThat(colleague()).isEqualTo(times(4, 60, 20, 0, 0));
    }

    @Test
    void afterABlindTransferTheNewPhoneRingsWhileNobodyHolds() {
        journal.talking().after(10).caller(CallEventType.HELD);
        journal.colleague(CallEventType.SERVICE_INITIATED, CallEventData.ROLE, "colleague", CallEventData.AGENT, "a2")
                .colleague(CallEventType.TRANSFERRED, CallEventData.AGENT, "a2")
                .agent(CallEventType.CONNECTION_CLEARED)
                .colleague(CallEventType.DELIVERED)
                .after(8)
                .colleague(CallEventType.ESTABLISHED)
                .caller(CallEventType.RETRIEVED)
                .after(9)
                .callerHangsUp();

        assertThat(agent()).isEqualTo(times(5, 10, 0, 0, 0));
        assertThat(colleague()).isEqualTo(times(8, 9, 0, 0, 0));
        assertThat(journal.record().legs().get(0).durations()).isEqualTo(times(0, 19, 0, 8, 0));
    }

    @Test
    void allTalkInAConference() {
        consulting();
        journal.after(20)
                .colleague(CallEventType.CONFERENCED)
                .caller(CallEventType.RETRIEVED)
                .after(11)
                .callerHangsUp();

        assertThat(agent()).isEqualTo(times(5, 21, 20, 4, 0));
        assertThat(colleague()).isEqualTo(times(4, 11, 20, 0, 0));
    }

    @Test
    void whoMovesToAnotherPhoneTalksOnThereAsTheSameAgent() {
        journal.talking();
        journal.after(10)
                .colleague(CallEventType.SERVICE_INITIATED, CallEventData.ROLE, "agent", CallEventData.MOVES, "c-2")
                .colleague(CallEventType.DELIVERED)
                .after(4)
                .colleague(CallEventType.ESTABLISHED)
                .colleague(CallEventType.MOVED, CallEventData.MOVES, "c-2")
                .agent(CallEventType.CONNECTION_CLEARED)
                .after(6)
                .callerHangsUp();

        assertThat(agent()).isEqualTo(times(5, 14, 0, 0, 0));
        assertThat(colleague()).isEqualTo(times(4, 6, 0, 0, 0));
    }

    @Test
    void aSupervisorListensAndThenTalks() {
        journal.talking();
        journal.colleague(
                        CallEventType.SERVICE_INITIATED, CallEventData.ROLE, "supervisor", CallEventData.MODE, "LISTEN")
                .colleague(CallEventType.ESTABLISHED)
                .after(10)
                .colleague(CallEventType.MODE_CHANGED, CallEventData.MODE, "WHISPER")
                .after(5)
                .colleague(CallEventType.MODE_CHANGED, CallEventData.MODE, "BARGE_IN")
                .after(7)
                .callerHangsUp();

        assertThat(agent()).isEqualTo(times(5, 22, 0, 0, 0));
        assertThat(colleague()).isEqualTo(times(0, 7, 0, 0, 15));
    }

    @Test
    void whoCannotBeHeardDoesNotTalk() {
        journal.talking().after(10).agent(CallEventType.SUSPENDED).after(4).agent(CallEventType.RESUMED);
        journal.after(6).callerHangsUp();

        assertThat(agent()).isEqualTo(times(5, 16, 0, 4, 0));
    }

    @Test
    void anAnswerThatCameToNothingWasTheLastMomentOfRinging() {
        journal.talking()
                .after(1)
                .agent(CallEventType.CONNECTION_CLEARED)
                .call(CallEventType.OFFER_REFUSED, CallEventData.AGENT, "a1");

        assertThat(agent()).isEqualTo(times(6, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverHappensNoSecondIsCountedTwiceAndNoneOfAConnectionIsLost(long seed) {
        Random random = new Random(seed);
        CallId call = new CallId("r" + seed);
        CallProjection projection = new CallProjection(call);
        Instant now = CallJournal.START;
        for (int i = 1; i <= 2_000; i++) {
            Map<LegId, LegRecord> before = legs(projection);
            Duration passed = Duration.ofMillis(random.nextInt(5_000));
            now = now.plus(passed);
            projection.apply(anyEvent(call, i, now, random));
            legs(projection).forEach((leg, after) -> check(before.get(leg), after, passed));
        }
    }

    private static void check(LegRecord before, LegRecord after, Duration passed) {
        if (before == null) {
            assertThat(sum(after)).isZero();
            return;
        }
        boolean there = before.state() == ConnectionState.CONNECTED
                || before.state() == ConnectionState.HOLD
                || before.state() == ConnectionState.ALERTING;
        Duration grown = sum(after).minus(sum(before));
        if (before.role().equals("caller")) {
            assertThat(grown).isIn(passed, Duration.ZERO);
        } else {
            assertThat(grown).as("%s", before).isEqualTo(there ? passed : Duration.ZERO);
        }
    }

    private static CallEvent anyEvent(CallId call, int sequence, Instant at, Random random) {
        CallEventType[] types = CallEventType.values();
        CallEventType type = types[random.nextInt(types.length)];
        // A call that is cleared at once is no test, and one without legs neither.
        boolean over = type == CallEventType.CALL_CLEARED || type == CallEventType.CONNECTION_CLEARED;
        type = over && random.nextInt(10) > 0 ? CallEventType.ESTABLISHED : type;
        Map<String, String> data = new HashMap<>();
        if (random.nextInt(4) == 0) {
            data.put(
                    CallEventData.ROLE,
                    List.of("caller", "agent", "colleague", "supervisor").get(random.nextInt(4)));
        }
        if (random.nextInt(3) == 0) {
            data.put(CallEventData.MODE, random.nextBoolean() ? "LISTEN" : CallEventData.MODE_BARGE_IN);
        }
        data.put(CallEventData.AGENT, "a" + random.nextInt(3));
        LegId leg = random.nextInt(6) == 0 ? null : LegId.of(call, 1 + random.nextInt(sequence / 40 + 4));
        return new CallEvent(call, sequence, type, at, leg, data);
    }

    private static Map<LegId, LegRecord> legs(CallProjection projection) {
        Map<LegId, LegRecord> legs = new HashMap<>();
        projection.record().legs().forEach(leg -> legs.put(leg.leg(), leg));
        return legs;
    }

    private static Duration sum(LegRecord leg) {
        LegDurations times = leg.durations();
        return Stream.of(times.ring(), times.talk(), times.consult(), times.hold(), times.supervision())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Ten seconds of talk, then four of ringing at the colleague, who answers. */
    private void consulting() {
        journal.talking()
                .after(10)
                .caller(CallEventType.HELD)
                .colleague(CallEventType.SERVICE_INITIATED, CallEventData.ROLE, "colleague", CallEventData.AGENT, "a2")
                .colleague(CallEventType.DELIVERED)
                .after(4)
                .colleague(CallEventType.ESTABLISHED);
    }

    private LegDurations agent() {
        return journal.record().legs().get(1).durations();
    }

    private LegDurations colleague() {
        return journal.record().legs().get(2).durations();
    }

    private static LegDurations times(long ring, long talk, long consult, long hold, long supervision) {
        return new LegDurations(
                Duration.ofSeconds(ring),
                Duration.ofSeconds(talk),
                Duration.ofSeconds(consult),
                Duration.ofSeconds(hold),
                Duration.ofSeconds(supervision));
    }
}
