package io.zongji.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.store.entity.AgentRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentSearchTest {
    private final AgentRow agent = new AgentRow();

    AgentSearchTest() {
        agent.setJobNumber("2001");
        agent.setName("王芳");
        agent.setExtension("9001");
        agent.setNickname("Fang");
        agent.setEmail("WangFang@example.com");
        agent.setMobile("138 0013-8000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001",
                "芳",
                "fang",
                " FANG ",
                "wangfang@EXAMPLE",
                "13800138000",
                "0013 80",
                "138 0013-8000",
                "900",
                ""
            })
    void aPartOfEachFieldFindsTheAgent(String asked) {
        assertThat(new AgentSearch(asked).finds(agent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2002", "李", "139", "--", "-"})
    void whatNoFieldHasFindsNobody(String asked) {
        agent.setMobile("13800138000");

        assertThat(new AgentSearch(asked).finds(agent)).isFalse();
    }

    @Test
    void whereNothingWasSaidNothingIsMissing() {
        AgentRow bare = new AgentRow();
        bare.setJobNumber("2001");
        bare.setName("Ann");
        bare.setExtension("9001");

        assertThat(new AgentSearch(null).finds(bare)).isTrue();
        assertThat(new AgentSearch("13800138000").finds(bare)).isFalse();
    }
}
