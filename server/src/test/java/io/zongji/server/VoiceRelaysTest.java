package io.zongji.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.domain.phone.RelayAccess;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceRelaysTest {
    private static final String SECRET = "a secret of the relay";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    @Test
    void aPageGetsACredentialThatEndsAfterTwelveHours() {
        List<String> urls = List.of("turn:turn.example.com:443?transport=tcp", "turns:turn.example.com");

        List<RelayAccess> access = VoiceRelays.at(urls, SECRET + "\n").access("8001", NOW);

        // printf 1800043200:8001 | openssl dgst -sha1 -hmac 'a secret of the relay' -binary | base64
        assertThat(access).containsExactly(new RelayAccess(urls, "1800043200:8001", "Qi229yzaspKjIr93BqjEAgD1tIg="));
    }

    @Test
    void withoutRelaysThereIsNothing() {
        assertThat(VoiceRelays.NONE.access("8001", NOW)).isEmpty();
    }

    @Test
    void nothingIsSaidOfTheSecret() {
        VoiceRelays relays = VoiceRelays.at(List.of("turn:turn.example.com"), SECRET);
        RelayAccess access = relays.access("8001", NOW).get(0);

        assertThat(relays.toString()).doesNotContain(SECRET);
        assertThat(access.toString()).doesNotContain(access.credential());
        assertThatThrownBy(() -> VoiceRelays.at(List.of(), "short one"))
                .hasMessageContaining("at least 16 characters")
                .hasMessageNotContaining("short one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "turn:10.0.0.1",
                "turn:[2001:db8::1]:3478",
                "turns:turn.example.com:443",
                "turn:turn.example.com?transport=udp"
            })
    void addressesOfTurnServersAreTaken(String url) {
        assertThat(VoiceRelays.at(List.of(url), SECRET)
                        .access("8001", NOW)
                        .get(0)
                        .urls())
                .containsExactly(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "turn.example.com",
                "stun:turn.example.com",
                "turn://turn.example.com",
                "turn:turn.example.com:0",
                "turn:turn.example.com:99999",
                "turn:turn.example.com?transport=tls",
                "turn:user@turn.example.com"
            })
    void otherAddressesAreRefused(String url) {
        assertThatThrownBy(() -> VoiceRelays.at(List.of(url), SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("transport=udp|tcp");
    }
}
