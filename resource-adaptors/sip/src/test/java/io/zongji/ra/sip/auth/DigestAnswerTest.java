package io.zongji.ra.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.ra.sip.auth.DigestAuthenticator.Result;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sip.SipFactory;
import javax.sip.header.HeaderFactory;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DigestAnswerTest {
    private static final String REALM = "carrier";
    private HeaderFactory headers;
    private MessageFactory messages;

    @BeforeEach
    void factories() throws Exception {
        headers = SipFactory.getInstance().createHeaderFactory();
        messages = SipFactory.getInstance().createMessageFactory();
    }

    @ParameterizedTest
    @EnumSource(DigestAlgorithm.class)
    void ourOwnServerKnowsUsByOurAnswerAndByFurtherOnes(DigestAlgorithm algorithm) throws Exception {
        DigestAuthenticator server =
                new DigestAuthenticator(REALM, Clock.systemUTC(), Duration.ofMinutes(5), algorithm);
        DigestAnswer answer = answerTo(server.challenges(false)).orElseThrow();
        for (int i = 0; i < 3; i++) {
            answer = answer.next();
            Request request = request();
            answer.addTo(request, "us", "secret", headers);
            assertThat(DigestHeaders.verify(request, server, (user, hash) -> hash.ha1("us", REALM, "secret"))
                            .result())
                    .isEqualTo(Result.ACCEPTED);
            assertThat(DigestHeaders.verify(request, server, (user, hash) -> hash.ha1("us", REALM, "other"))
                            .result())
                    .isEqualTo(Result.REJECTED);
        }
    }

    @Test
    void theStrongestThatIsOfferedIsTaken() throws Exception {
        String end = " realm=\"r\", nonce=\"n\", qop=\"auth\"";
        assertThat(answerTo(List.of(
                                "Digest algorithm=MD5," + end,
                                "Digest algorithm=SHA-256," + end,
                                "Digest algorithm=SHA-512-256," + end))
                        .map(DigestAnswer::algorithm))
                .contains(DigestAlgorithm.SHA_256);
        assertThat(answerTo(List.of("Digest" + end)).map(DigestAnswer::algorithm))
                .contains(DigestAlgorithm.MD5);
    }

    @Test
    void whatWeCannotDoIsNotAnswered() throws Exception {
        assertThat(answerTo(List.of("Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"")))
                .isEmpty();
        assertThat(answerTo(List.of("Digest realm=\"r\", nonce=\"n\", algorithm=NEW")))
                .isEmpty();
        assertThat(answerTo(List.of())).isEmpty();
    }

    @Test
    void whoOffersNoProtectionGetsTheOlderForm() throws Exception {
        DigestAnswer answer = answerTo(List.of("Digest realm=\"r\", nonce=\"n\""))
                .orElseThrow()
                .next();
        Request request = request();
        answer.addTo(request, "us", "secret", headers);
        assertThat(request.toString())
                .contains("response=")
                .doesNotContain("qop")
                .doesNotContain("cnonce");
    }

    @Test
    void aNewNonceIsTakenWhenOnlyTheOldOneWasTooOld() throws Exception {
        assertThat(DigestAnswer.isStale(refusal(List.of("Digest realm=\"r\", nonce=\"n\", stale=true"))))
                .isTrue();
        assertThat(DigestAnswer.isStale(refusal(List.of("Digest realm=\"r\", nonce=\"n\""))))
                .isFalse();
    }

    private Optional<DigestAnswer> answerTo(List<String> challenges) throws Exception {
        return DigestAnswer.to(refusal(challenges));
    }

    private Response refusal(List<String> challenges) throws Exception {
        Response response = messages.createResponse(Response.UNAUTHORIZED, request());
        for (String challenge : challenges) {
            response.addHeader(headers.createHeader(WWWAuthenticateHeader.NAME, challenge));
        }
        return response;
    }

    private Request request() throws Exception {
        return messages.createRequest("INVITE sip:13900001111@10.0.0.1 SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP 10.0.0.2;branch=z9hG4bK1\r\nFrom: <sip:us@10.0.0.2>;tag=1\r\n"
                + "To: <sip:13900001111@10.0.0.1>\r\nCall-ID: 1\r\nCSeq: 1 INVITE\r\nMax-Forwards: 70\r\n\r\n");
    }
}
