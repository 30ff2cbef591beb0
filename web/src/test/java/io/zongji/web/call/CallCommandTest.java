package io.zongji.web.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.conversation.SupervisorMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallCommandTest {
    private static final String CALL = "01M7Y6YSQY5T7TKH7PJGBDHQK5";

    @Test
    void readsWhatIsNeeded() throws JsonProcessingException {
        assertThat(read(CALL, "{'service': 'HOLD'}").service()).isEqualTo(Service.HOLD);
        assertThat(read(CALL, "{'service': 'CONSULT', 'target': ' 8002 '}").target())
                .isEqualTo("8002");
        assertThat(read(CALL, "{'service': 'CONSULT', 'target': '0755 1234-5678'}")
                        .target())
                .isEqualTo("075512345678");
        assertThat(read(CALL, "{'service': 'SINGLE_STEP_TRANSFER', 'target': 'queue:after-sales'}")
                        .target())
                .isEqualTo("queue:after-sales");
        assertThat(read(CALL, "{'service': 'SEND_DIGITS', 'digits': '12*#'}").target())
                .isEqualTo("12*#");
        CallCommand join = read(CALL, "{'service': 'JOIN', 'mode': 'WHISPER', 'device': '8020'}");
        assertThat(join.mode()).isEqualTo(SupervisorMode.WHISPER);
        assertThat(join.device()).isEqualTo("8020");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                CALL + " | {'service': 'DANCE'} | service: 'DANCE' is none of",
                CALL + " | {} | service: '' is none of",
                CALL + " | {'service': 'CONSULT'} | target: say which extension to ring",
                CALL + " | {'service': 'JOIN', 'mode': 'SHOUT'} | mode: 'SHOUT' is none of",
                CALL + " | {'service': 'SEND_DIGITS', 'digits': '1x'} | digits: 1 to 32 of 0-9, *, # and A-D are right",
                CALL + " | {'service': 'MAKE_CALL', 'target': '1'} | service: a call that is up makes no call",
                "no call! | {'service': 'HOLD'} | call: 'no call!' is not the id of a call",
            })
    void namesTheFieldThatIsWrong(String call, String json, String problem) {
        assertThatThrownBy(() -> read(call, json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    private static CallCommand read(String call, String json) throws JsonProcessingException {
        return CallCommand.read(call, new ObjectMapper().readTree(json.replace('\'', '"')));
    }
}
