package io.zongji.web.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class StateCommandTest {

    @Test
    void aPhoneOutsideStaysOnTheLineOnlyWhenThatIsAskedFor() {
        assertThat(StateCommand.read(chosen("139")).standing()).isFalse();
        assertThat(StateCommand.read(chosen("139").put("deviceMode", "PER_CALL"))
                        .standing())
                .isFalse();
        StateCommand standing = StateCommand.read(chosen("139").put("deviceMode", "STANDING"));
        assertThat(standing.standing()).isTrue();
        assertThat(standing.device()).isEqualTo("139");
    }

    @Test
    void anotherModeIsRefusedByName() {
        ObjectNode command = chosen("139").put("deviceMode", "sometimes");
        assertThatThrownBy(() -> StateCommand.read(command))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("deviceMode: 'sometimes'");
    }

    private static ObjectNode chosen(String device) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("action", "CHOOSE_DEVICE")
                .put("device", device);
    }
}
