package io.zongji.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zongji.domain.phone.RelayAccess;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhoneKeyTest {
    private static final RelayAccess RELAY =
            new RelayAccess(List.of("turn:turn.example.com:443?transport=tcp"), "1800043200:8001", "credential");

    @Test
    void aPageIsToldOfRelaysInTheWordsOfWebRtc() throws Exception {
        PhoneKey key = new PhoneKey("8001", "page-1", "ha1", "zongji", 60, List.of(RELAY));

        assertThat(new ObjectMapper().writeValueAsString(key))
                .contains("\"iceServers\":[{\"urls\":[\"turn:turn.example.com:443?transport=tcp\"],"
                        + "\"username\":\"1800043200:8001\",\"credential\":\"credential\"}]");
        assertThat(key.toString()).doesNotContain("ha1", "credential");
    }
}
