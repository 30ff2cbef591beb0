package io.zongji.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallEndingsTest {
    private static final CallId CALL = new CallId("call-1");
    private static final AgentId ANN = new AgentId("ann");
    private static final AgentId BEN = new AgentId("ben");

    private final CallEndings endings = new CallEndings();
    private int sequence;

    @Test
    void aDeskHearsWhoEndedTheCallAndWhyWhenItIsNotTheUsual() {
        happens(CallEventType.OFFERED, Map.of(CallEventData.AGENT, "ann"));
        happens(
                CallEventType.CALL_CLEARED,
                Map.of(CallEventData.RELEASED_BY, "system", CallEventData.CAUSE, "mediaNodeLost"));

        assertThat(endings.of(CALL, ANN)).isEqualTo(new CallEndings.Ending("system", "mediaNodeLost"));
    }

    @Test
    void hangingUpNeedsNoCause() {
        happens(CallEventType.CALL_CLEARED, Map.of(CallEventData.RELEASED_BY, "caller", CallEventData.CAUSE, "normal"));

        assertThat(endings.of(CALL, ANN)).isEqualTo(new CallEndings.Ending("caller", null));
    }

    @Test
    void whoGaveACallAwayHearsThatAndNotWhoHangsUpBeforeTheCallIsCleared() {
        happens(CallEventType.OFFERED, Map.of(CallEventData.AGENT, "ann"));
        assertThat(endings.of(CALL, ANN)).isNull();

        happens(CallEventType.TRANSFERRED, Map.of(CallEventData.QUEUE, "support"));
        assertThat(endings.of(CALL, ANN).by()).isEqualTo(CallEndings.HANDED_OVER);

        happens(CallEventType.OFFERED, Map.of(CallEventData.AGENT, "ben"));
        assertThat(endings.of(CALL, ANN).by()).isEqualTo(CallEndings.HANDED_OVER);
        assertThat(endings.of(CALL, BEN)).isNull();
    }

    @Test
    void whoSentARingingCallElsewhereHearsThatUntilItIsOfferedToThemAgain() {
        happens(CallEventType.OFFERED, Map.of(CallEventData.AGENT, "ann"));
        happens(
                CallEventType.OFFER_REFUSED,
                Map.of(CallEventData.AGENT, "ann", CallEventData.CAUSE, "deflected", CallEventData.PARTY, "8002"));

        assertThat(endings.of(CALL, ANN).by()).isEqualTo(CallEndings.DEFLECTED);
        assertThat(endings.of(CALL, BEN).by()).isEqualTo(CallEndings.HANDED_OVER);

        happens(CallEventType.OFFERED, Map.of(CallEventData.AGENT, "ann"));
        assertThat(endings.of(CALL, ANN)).isNull();
    }

    @Test
    void whoDeclinesACallHearsThatAlsoWhenItIsOfferedToAnotherAtOnce() {
        happens(CallEventType.OFFERED, Map.of(CallEventData.AGENT, "ann"));
        happens(CallEventType.OFFER_REFUSED, Map.of(CallEventData.AGENT, "ann", CallEventData.CAUSE, "declined"));
        happens(CallEventType.OFFERED, Map.of(CallEventData.AGENT, "ben"));

        assertThat(endings.of(CALL, ANN).by()).isEqualTo(CallEndings.DECLINED);
        assertThat(endings.of(CALL, BEN)).isNull();

        happens(CallEventType.OFFERED, Map.of(CallEventData.AGENT, "ann"));
        assertThat(endings.of(CALL, ANN)).isNull();
    }

    @Test
    void anOfferThatWasMissedWasNotSentElsewhere() {
        happens(CallEventType.OFFERED, Map.of(CallEventData.AGENT, "ann"));
        happens(CallEventType.OFFER_REFUSED, Map.of(CallEventData.AGENT, "ann", CallEventData.CAUSE, "noAnswer"));

        assertThat(endings.of(CALL, ANN)).isNull();
    }

    @Test
    void anAgentWhoseCallASupervisorTakesOverHearsThatAndNotThatItWasHandedOver() {
        LegId supervisor = LegId.of(CALL, 3);
        happens(CallEventType.OFFERED, Map.of(CallEventData.AGENT, "ann"));
        happens(CallEventType.SERVICE_INITIATED, supervisor, Map.of(CallEventData.ROLE, CallEventData.ROLE_SUPERVISOR));
        happens(CallEventType.TRANSFERRED, supervisor, Map.of());

        assertThat(endings.of(CALL, ANN).by()).isEqualTo(CallEndings.INTERCEPTED);
        assertThat(endings.of(CALL, ANN).byAuthority()).isTrue();
    }

    @Test
    void aCallThatIsEndedByForceIsEndedByAuthority() {
        happens(CallEventType.OFFERED, Map.of(CallEventData.AGENT, "ann"));
        happens(
                CallEventType.CALL_CLEARED,
                Map.of(CallEventData.RELEASED_BY, "system", CallEventData.CAUSE, "released"));

        assertThat(endings.of(CALL, ANN).byAuthority()).isTrue();
    }

    private void happens(CallEventType type, Map<String, String> data) {
        happens(type, null, data);
    }

    private void happens(CallEventType type, LegId leg, Map<String, String> data) {
        endings.accept(new CallEvent(CALL, ++sequence, type, Instant.EPOCH, leg, data));
    }
}
