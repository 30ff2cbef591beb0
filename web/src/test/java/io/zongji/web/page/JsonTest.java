package io.zongji.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void aCallerWithANastyNameCannotLeaveTheScriptElement() {
        var node = JsonNodeFactory.instance.objectNode().put("from", "</script><script>alert(1)</script>&");

        assertThat(Json.inPage(node)).doesNotContain("<", ">", "&").contains("\\u003c/script\\u003e");
    }
}
