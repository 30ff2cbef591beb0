package io.zongji.domain.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundRouteTest {
    private final OutboundRoute mobiles = new OutboundRoute("10.1.2.3:5070", List.of("13", "+8613"), "");

    @Test
    void onlyItsPrefixesAreTaken() {
        assertThat(mobiles.takes("13800001000")).isTrue();
        assertThat(mobiles.takes("+8613800001000")).isTrue();
        assertThat(mobiles.takes("0013800001000")).isFalse();
        assertThat(mobiles.uriOf("13800001000")).isEqualTo("sip:13800001000@10.1.2.3:5070");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "138@evil.example", "138;lr", "queue:support", "1380000 1000"})
    void whatIsNoNumberIsNeverCalled(String text) {
        assertThat(new OutboundRoute("gw.example.com", List.of(), "").takes(text))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "10.1.2.3:port", "host@other"})
    void aGatewayIsAHost(String gateway) {
        assertThatThrownBy(() -> new OutboundRoute(gateway, List.of(), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gateway");
    }

    @Test
    void onlyPermittedNumbersAreShownOnDemand() {
        OutboundRoute route = new OutboundRoute(
                "gw", List.of(), "95000", List.of("95001"), 0, OutboundRoute.USUAL_PATIENCE, Duration.ZERO, null);
        assertThat(route.callerShown("95001", "4008")).isEqualTo("95001");
        assertThat(route.callerShown("13900001111", "4008")).isEqualTo("95000");
        assertThat(route.callerShown(null, "4008")).isEqualTo("95000");
        assertThat(mobiles.callerShown("95001", "4008")).isEqualTo("4008");
        assertThat(mobiles.permits("")).isFalse();
    }

    @Test
    void theFirstTrunkThatTakesANumberIsUsed() {
        Configuration configuration = Configuration.builder()
                .add(
                        Trunk.byAddress("in", "10.1.1.1"),
                        Trunk.byAddress("mobile", "10.1.1.2").with(mobiles),
                        Trunk.byAddress("all", "10.1.1.3").with(new OutboundRoute("gw", List.of(), "95000")))
                .build();
        assertThat(configuration.trunkTo("13800001000")).map(Trunk::name).contains("mobile");
        assertThat(configuration.trunkTo("02012345678")).map(Trunk::name).contains("all");
        assertThat(configuration.trunkTo("support")).isEmpty();
    }
}
