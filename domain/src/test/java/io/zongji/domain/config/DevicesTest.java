package io.zongji.domain.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private static final AgentId ANN = new AgentId("ann");
    private static final AgentId BEN = new AgentId("ben");
    private static final String MOBILE = "13911112222";

    private final Configuration usual = Configuration.builder()
            .add(
                    new Extension("8001", null, null),
                    new Extension("8002", null, null),
                    new Extension("8999", null, null))
            .add(agent(ANN, "8001"), agent(BEN, "8002"), agent(new AgentId("nowhere"), ""))
            .build();

    @Test
    void whoChoseNothingWorksAtTheOwnExtension() {
        Devices devices = usual.devices();
        assertThat(devices.of(ANN)).contains(Device.extension("8001"));
        assertThat(devices.of(new AgentId("nowhere"))).isEmpty();
        assertThat(devices.at("8999")).isEqualTo(Device.extension("8999"));
        assertThat(devices.agentAt("8001")).map(Agent::id).contains(ANN);
        assertThat(devices.agentAt("8999")).isEmpty();
        assertThat(devices.addressOf("8001")).isEqualTo("8001");
    }

    @Test
    void theNumberOfOneWhoIsOutsideRingsThereAndThePhoneIsNobodys() {
        Devices devices = usual.withDevices(Map.of(ANN, Device.outside(MOBILE))).devices();
        assertThat(devices.at("8001")).isEqualTo(Device.outside(MOBILE));
        assertThat(devices.agentAt("8001")).isEmpty();
        assertThat(devices.addressOf("8001")).isEqualTo("8001");
    }

    @Test
    void aPhoneThatStaysOnTheLineIsTheSameAsOneThatIsCalledForEachCall() {
        Device standing = Device.standing(MOBILE);
        Devices devices = usual.withDevices(Map.of(ANN, standing)).devices();
        assertThat(devices.at("8001")).isEqualTo(standing);
        assertThat(devices.userOf(standing)).contains(ANN);
        assertThat(devices.userOf(Device.outside(MOBILE))).isEmpty();
        assertThat(standing.isOutside()).isTrue();
        assertThat(standing.isSamePhone(Device.outside(MOBILE))).isTrue();
        assertThat(standing.isSamePhone(Device.extension(MOBILE))).isFalse();
    }

    @Test
    void aGuestIsReachedByTheGuestsNumberAndByThePhones() {
        Devices devices =
                usual.withDevices(Map.of(ANN, Device.extension("8999"))).devices();
        assertThat(devices.at("8001")).isEqualTo(Device.extension("8999"));
        assertThat(devices.agentAt("8999")).map(Agent::id).contains(ANN);
        assertThat(devices.addressOf("8999")).isEqualTo("8001");
        assertThat(devices.callerAt("8999")).isEqualTo("8001");
    }

    @Test
    void theNumberOfAnOwnerWhoIsElsewhereIsNotTheGuests() {
        Devices devices = usual.withDevices(Map.of(ANN, Device.extension("8002"), BEN, Device.outside(MOBILE)))
                .devices();
        assertThat(devices.addressOf("8002")).isEqualTo("8002");
        assertThat(devices.at("8002")).isEqualTo(Device.outside(MOBILE));
        assertThat(devices.callerAt("8002")).isEqualTo("8001");
        assertThat(devices.agentAt("8002")).map(Agent::id).contains(ANN);
    }

    private static Agent agent(AgentId id, String extension) {
        return new Agent(id, id.value(), id.value(), extension, List.of(), Duration.ZERO, false);
    }
}
