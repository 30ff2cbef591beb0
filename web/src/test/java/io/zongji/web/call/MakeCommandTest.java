package io.zongji.web.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Extension;
import io.zongji.domain.config.Network;
import io.zongji.domain.config.OutboundRoute;
import io.zongji.domain.config.Trunk;
import java.util.List;
import org.junit.jupiter.api.Test;

class MakeCommandTest {
    private final Configuration configuration = Configuration.builder()
            .add(new Extension("8001", null, null))
            .add(new Trunk(
                    "carrier",
                    List.of(Network.parse("10.0.0.1")),
                    null,
                    null,
                    null,
                    new OutboundRoute("10.0.0.1", List.of("139"), "95000")))
            .build();

    @Test
    void showsThePermittedNumberOutsideAndAnyInside() throws JsonProcessingException {
        MakeCommand usual = read("{'target': '139 1111-2222'}");
        assertThat(usual).isEqualTo(new MakeCommand("13911112222", null));
        assertThat(usual.permitted(configuration)).isTrue();
        assertThat(read("{'target': '13911112222', 'caller': '95000'}").permitted(configuration))
                .isTrue();
        assertThat(read("{'target': '8001', 'caller': '95001'}").permitted(configuration))
                .isTrue();
        assertThat(read("{'target': '13911112222', 'caller': '95001'}").permitted(configuration))
                .isFalse();
        assertThat(read("{'target': '075588', 'caller': '95001'}").permitted(configuration))
                .as("no trunk calls there: that is what is wrong")
                .isTrue();
    }

    @Test
    void needsATarget() {
        assertThatThrownBy(() -> read("{'caller': '95000'}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("target: ");
    }

    private static MakeCommand read(String json) throws JsonProcessingException {
        return MakeCommand.read(new ObjectMapper().readTree(json.replace('\'', '"')));
    }
}
