package io.zongji.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInServletTest {
    @Test
    void whoSignsInGoesOnToThePageThatWasAskedFor() {
        assertThat(SignInServlet.wanted("/zongji", "/zongji/team.xhtml?state=IDLE"))
                .isEqualTo("/zongji/team.xhtml?state=IDLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "//evil.example", "https://evil.example/zongji/", "/other", "/zongji", "/zongji/\\evil"})
    void nobodyIsLedToAForeignPage(String next) {
        assertThat(SignInServlet.wanted("/zongji", next)).isEqualTo("/zongji/");
    }

    @Test
    void atTheRootOfAServerNobodyIsLedToAForeignPageEither() {
        assertThat(SignInServlet.wanted("", "//evil.example/")).isEqualTo("/");
    }
}
