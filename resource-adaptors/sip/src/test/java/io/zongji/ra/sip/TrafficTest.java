package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrafficTest {
    private final Traffic traffic = new Traffic();

    @Test
    void requestsAreCountedByMethodAndRepeatedOnesOnceMore() {
        traffic.request("INVITE", false);
        traffic.request("INVITE", true);
        traffic.request("BYE", false);

        assertThat(traffic.requests())
                .containsEntry("INVITE", 2L)
                .containsEntry("BYE", 1L)
                .containsEntry("ACK", 0L);
        assertThat(traffic.repeated()).isEqualTo(1);
    }

    @Test
    void inventedMethodsAreOneSoThatNobodyFillsTheMemory() {
        for (int i = 0; i < 1_000; i++) {
            traffic.request("INVENTED" + i, false);
        }

        assertThat(traffic.requests()).hasSize(15).containsEntry("other", 1_000L);
    }

    @Test
    void responsesAreCountedByClass() {
        traffic.response(180);
        traffic.response(200);
        traffic.response(202);
        traffic.response(999);

        assertThat(traffic.responses())
                .containsEntry("1xx", 1L)
                .containsEntry("2xx", 2L)
                .containsEntry("5xx", 0L)
                .hasSize(6);
    }
}
