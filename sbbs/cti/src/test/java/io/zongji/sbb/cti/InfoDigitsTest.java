package io.zongji.sbb.cti;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javax.sip.SipFactory;
import javax.sip.message.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfoDigitsTest {

    private static Optional<String> read(String type, String body) throws Exception {
        String head = "INFO sip:1001@192.0.2.1 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.2;branch=z9hG4bK1\r\n"
                + "From: <sip:a@192.0.2.2>;tag=1\r\nTo: <sip:b@192.0.2.1>;tag=2\r\nCall-ID: c\r\nCSeq: 1 INFO\r\n"
                + "Max-Forwards: 70\r\n" + (type == null ? "" : "Content-Type: " + type + "\r\n");
        Request request = SipFactory.getInstance()
                .createMessageFactory()
                .createRequest(head + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        return InfoDigits.of(request);
    }

    @ParameterizedTest
    @CsvSource({
        "application/dtmf-relay, 'Signal=5\r\nDuration=160\r\n', 5",
        "application/dtmf-relay, 'Signal= #\nDuration= 250', #",
        "application/dtmf-relay, 'Duration=160\r\nsignal=b', B",
        "application/dtmf-relay, 'Signal=11\r\n', #",
        "Application/DTMF-Relay, 'Signal=0\r\n', 0",
        "application/dtmf, '7', 7",
        "application/dtmf, ' 10\r\n', *",
        "application/dtmf, 'Signal=3\r\n', 3",
    })
    void aDigitIsRead(String type, String body, String digit) throws Exception {
        assertThat(read(type, body)).contains(digit);
    }

    @ParameterizedTest
    @CsvSource({
        "application/dtmf-relay, 'Signal=16\r\n'",
        "application/dtmf-relay, 'Signal=flash\r\n'",
        "application/dtmf-relay, 'Signal=99999999999\r\n'",
        "application/dtmf-relay, 'nonsense'",
        "application/dtmf, '123'",
    })
    void whatIsNoDigitIsTakenWithoutEffect(String type, String body) throws Exception {
        assertThat(read(type, body)).contains("");
    }

    @Test
    void withoutABodyThePhoneOnlyAsksWhetherWeAreThere() throws Exception {
        assertThat(read(null, "")).contains("");
    }

    @ParameterizedTest
    @CsvSource({"application/media_control+xml, '<x/>'", "text/dtmf, '1'", "message/sipfrag, '1'"})
    void otherKindsAreNotUnderstood(String type, String body) throws Exception {
        assertThat(read(type, body)).isEmpty();
    }
}
