package io.zongji.web.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zongji.domain.QueueId;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.WrapUpCode;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WrapUpCommandTest {
    private static final QueueId SALES = new QueueId("sales");

    private static final Configuration CONFIGURATION = Configuration.builder()
            .add(
                    new WrapUpCode("resolved", "已解决", "Resolved", Set.of()),
                    new WrapUpCode("sold", "成交", "Sold", Set.of(SALES)))
            .build();

    @Test
    void codesAndNoteMayBeMissingAndNoCodeCountsTwice() throws IOException {
        assertThat(read("{}")).isEqualTo(read("{\"codes\": [], \"note\": \"\"}"));
        assertThat(read("{\"codes\": [\"sold\", \"resolved\", \"sold\"]}").codes())
                .containsExactly("sold", "resolved");
    }

    @Test
    void whatIsWrongIsSaidByItsField() {
        assertThatThrownBy(() -> read("{\"codes\": \"sold\"}")).hasMessageStartingWith("codes: ");
        assertThatThrownBy(() -> read("{\"note\": \"" + "x".repeat(4_001) + "\"}"))
                .hasMessageStartingWith("note: at most 4000 characters");
    }

    @Test
    void codesAreThoseThatAreSetUpForCallsOfTheQueue() throws IOException {
        WrapUpCommand sold = read("{\"codes\": [\"resolved\", \"sold\"]}");

        sold.check(CONFIGURATION, SALES);

        assertThatThrownBy(() -> sold.check(CONFIGURATION, new QueueId("support")))
                .hasMessage("codes: 'sold' is none of resolved");
        assertThatThrownBy(() -> sold.check(CONFIGURATION, null)).hasMessageStartingWith("codes: 'sold'");
    }

    private static WrapUpCommand read(String json) throws IOException {
        return WrapUpCommand.read("c1", new ObjectMapper().readTree(json));
    }
}
