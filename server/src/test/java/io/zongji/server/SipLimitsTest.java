package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.simulator.OutgoingCall;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SipLimitsTest {

    @AfterEach
    void clear() {
        System.clearProperty("zongji.sip.max.calls.per.second");
        System.clearProperty("zongji.sip.max.dialogs");
        System.clearProperty("zongji.sip.max.lag.ms");
    }

    @Test
    void callsAboveTheNumberOfDialogsAreRefused(@TempDir Path data) throws Exception {
        try (TestCentre centre = new TestCentre(data, new SipLimits(0, 1, 0))) {
            OutgoingCall first = centre.caller().call("support");
            first.awaitTalking(SOON);

            assertThat(centre.caller().call("support").awaitEnded(SOON).status())
                    .isEqualTo(503);

            first.hangUp();
            centre.awaitRecords(1);
        }
    }

    @Test
    void callsAboveTheRateAreRefused(@TempDir Path data) throws Exception {
        try (TestCentre centre = new TestCentre(data, new SipLimits(1, 0, 0))) {
            List<OutgoingCall> calls = Stream.generate(centre::caller)
                    .limit(20)
                    .map(caller -> caller.call("support"))
                    .toList();

            assertThat(calls.get(calls.size() - 1).awaitEnded(SOON).status()).isEqualTo(503);
        }
    }

    @Test
    void limitsAreReadFromTheSystemProperties() {
        assertThat(CallCentreSettings.ofSystemProperties().limits()).isEqualTo(new SipLimits(500, 10_000, 500));
        System.setProperty("zongji.sip.max.calls.per.second", "30");
        System.setProperty("zongji.sip.max.dialogs", "400");
        System.setProperty("zongji.sip.max.lag.ms", "250");
        assertThat(CallCentreSettings.ofSystemProperties().limits()).isEqualTo(new SipLimits(30, 400, 250));
        System.setProperty("zongji.sip.max.dialogs", "-1");
        assertThatThrownBy(CallCentreSettings::ofSystemProperties).hasMessageContaining("zongji.sip.max.dialogs");
    }
}
