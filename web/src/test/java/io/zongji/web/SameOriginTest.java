package io.zongji.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {
    @Test
    void aPageOfThePortalIsAtHome() {
        assertThat(SameOrigin.of("http://portal.example:8080", "portal.example:8080"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "http://portal.example:8081",
                "null",
                "http://portal.example:8080.evil.example",
                "::"
            })
    void everybodyElseIsForeign(String origin) {
        assertThat(SameOrigin.of(origin, "portal.example:8080")).isFalse();
    }
}
