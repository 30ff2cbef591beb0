package io.zongji.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LegIdTest {

    @Test
    void aLegKnowsItsCall() {
        CallId call = new CallId("01M7ZVDEC53KWCJ6BBMNPEH6F9");

        assertThat(LegId.of(call, 12).call()).isEqualTo(call);
        assertThat(LegId.of(new CallId("made-by-hand"), 1).call()).isEqualTo(new CallId("made-by-hand"));
    }
}
