package io.zongji.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @Test
    void onlyListedOriginsAreAllowed() {
        Origins origins = Origins.of("https://CRM.example.com/, http://10.1.2.3:8080");

        assertThat(origins.text()).isEqualTo("https://crm.example.com http://10.1.2.3:8080");
        assertThat(origins.allow("https://crm.example.com")).isTrue();
        assertThat(origins.allow("http://10.1.2.3:8080")).isTrue();
        assertThat(origins.allow("http://crm.example.com")).isFalse();
        assertThat(origins.allow("https://crm.example.com.evil.com")).isFalse();
        assertThat(origins.allow("null")).isFalse();
        assertThat(origins.allow(null)).isFalse();
    }

    @Test
    void withoutAListNobodyIsAllowed() {
        assertThat(Origins.of("").allow("https://crm.example.com")).isFalse();
        assertThat(Origins.of(null).text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "crm.example.com", "ftp://crm", "https://crm/page", "https://me@crm", "https://crm?x"})
    void whatIsNoOriginIsRefused(String text) {
        assertThatThrownBy(() -> Origins.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(text);
    }
}
