package io.zongji.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokenTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void whoHasTheTextHasTheToken() {
        ApiToken token = ApiToken.fresh(random);

        assertThat(ApiToken.read(token.text())).contains(token);
        assertThat(token.matches(token.hash())).isTrue();
    }

    @Test
    void anotherSecretDoesNotMatch() {
        ApiToken token = ApiToken.fresh(random);

        assertThat(new ApiToken(token.id(), ApiToken.fresh(random).secret()).matches(token.hash()))
                .isFalse();
        assertThat(token.matches("")).isFalse();
    }

    @Test
    void noLogShowsTheSecret() {
        ApiToken token = ApiToken.fresh(random);

        assertThat(token.toString()).contains(token.id()).doesNotContain(token.secret());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "zj_", "zj_0123456789ab_short", "0123456789ab_", "zj_0123456789AB_" + "x"})
    void nonsenseIsNoToken(String text) {
        assertThat(ApiToken.read(text)).isEmpty();
    }

    @Test
    void onlyTheBearerSchemeBringsAToken() {
        assertThat(ApiToken.textIn("Bearer abc")).isEqualTo("abc");
        assertThat(ApiToken.textIn("bearer abc")).isEqualTo("abc");
        assertThat(ApiToken.textIn("Basic abc")).isNull();
        assertThat(ApiToken.textIn(null)).isNull();
    }
}
