package io.zongji.domain.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.domain.LegId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {

    @Test
    void channelsAreReadAsTheyWereWritten() {
        List<Channel> channels =
                List.of(new Channel(new LegId("call:7-1"), "caller"), new Channel(new LegId("call:7-2"), "agent"));

        String text = Channel.write(channels);

        assertThat(text).isEqualTo("call:7-1:caller,call:7-2:agent");
        assertThat(Channel.read(text)).isEqualTo(channels);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "nonsense", ":caller", "leg:", "leg one:caller"})
    void whatCannotBeReadNamesNobody(String text) {
        assertThat(Channel.read(text)).isEmpty();
    }

    @Test
    void aRoleThatWouldNotBeReadAgainIsRefused() {
        assertThatThrownBy(() -> new Channel(new LegId("leg"), "a,b")).isInstanceOf(IllegalArgumentException.class);
    }
}
