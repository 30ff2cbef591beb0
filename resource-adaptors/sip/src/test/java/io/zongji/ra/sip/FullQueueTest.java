package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.TestSlee;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A SLEE with one thread and room for ten events, while its only thread is held up. */
class FullQueueTest extends SwitchboardTest {

    private static final int ROOM_FOR_NEW_CALLS = 8;

    private final CountDownLatch held = new CountDownLatch(1);

    @Override
    protected TestSlee newSlee() {
        return new TestSlee(settings -> settings.threads(1).queueLimits(100, 10));
    }

    @AfterEach
    void letGo() {
        held.countDown();
    }

    private void awaitWaiting(int events) {
        Awaitility.await().untilAsserted(() -> assertThat(slee.statistics().queueLength())
                .as(slee.statistics().toString())
                .isEqualTo(events));
    }

    private void call(int number) throws Exception {
        caller.send(numbered(invite("throw", "b" + number), number));
    }

    private String numbered(String message, int number) {
        return message.replace(caller.callId, caller.callId + "-" + number);
    }

    @Test
    void newCallsGet503WhileRequestsOfCallsThatAreUpAreTaken() throws Exception {
        Peer talking = phone;
        talking.send(talking.invite("up"));
        Message ok = talking.expect(200, "INVITE");
        talking.send(talking.request("ACK", ok.contactUri(), ok.header("To"), 1, "ack"));
        awaitWaiting(0);
        SwitchboardSbb.hold(held);

        for (int number = 1; number <= ROOM_FOR_NEW_CALLS; number++) {
            call(number);
            awaitWaiting(number);
        }
        call(9);
        Message refused = caller.expect(503, "INVITE");
        assertThat(refused.header("Retry-After")).isNotNull();
        // The end of the refused call's own activity is never refused.
        awaitWaiting(ROOM_FOR_NEW_CALLS + 1);
        talking.send(talking.request("BYE", ok.contactUri(), ok.header("To"), 2, "bye"));
        awaitWaiting(ROOM_FOR_NEW_CALLS + 2);
        assertThat(slee.statistics().eventsRefused()).isEqualTo(1);

        held.countDown();
        talking.expect(200, "BYE");
        caller.send(numbered(caller.request("ACK", "sip:throw@127.0.0.1", refused.header("To"), 1, "b9"), 9));
        for (int number = 1; number <= ROOM_FOR_NEW_CALLS; number++) {
            Message failed = caller.expect(500, "INVITE");
            caller.send(acknowledgement(failed));
        }
        expectNothingLeft();
    }

    /** The same Call-ID and branch as the answer's, which may come in any order. */
    private String acknowledgement(Message failed) {
        String number = failed.header("Call-ID").substring((caller.callId + "-").length());
        return numbered(
                caller.request("ACK", "sip:throw@127.0.0.1", failed.header("To"), 1, "b" + number),
                Integer.parseInt(number));
    }
}
