package io.zongji.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.media.srtp.SrtpProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in descriptions (RFC 4568): who gets secure RTP under which policy. */
class SrtpNegotiationTest {
    private static final String SESSION = "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n";
    private static final String KEY = "inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";
    private static final String CRYPTO_80 = "a=crypto:3 AES_CM_128_HMAC_SHA1_80 " + KEY + "|2^20\r\n";
    private static final String CRYPTO_32 = "a=crypto:7 AES_CM_128_HMAC_SHA1_32 " + KEY + "\r\n";
    private static final String PLAIN = "m=audio 4000 RTP/AVP 8\r\n";
    private static final String OPTIONAL = PLAIN + CRYPTO_32 + CRYPTO_80;
    private static final String SECURE = "m=audio 4002 RTP/SAVP 8\r\n" + CRYPTO_32 + CRYPTO_80;

    private static AudioNegotiation ours(SrtpPolicy policy) {
        return new AudioNegotiation("198.51.100.1", null, 20_000, 77, policy, null);
    }

    @ParameterizedTest
    @CsvSource({
        "OFF, PLAIN, plain",
        "OFF, OPTIONAL, plain",
        "OFF, SECURE, refused",
        "OFF, BOTH, plain",
        "ALLOWED, PLAIN, plain",
        "ALLOWED, OPTIONAL, plain",
        "ALLOWED, SECURE, secure",
        "ALLOWED, BOTH, plain",
        "PREFERRED, PLAIN, plain",
        "PREFERRED, OPTIONAL, secure",
        "PREFERRED, SECURE, secure",
        "PREFERRED, BOTH, secure",
        "REQUIRED, PLAIN, refused",
        "REQUIRED, OPTIONAL, secure",
        "REQUIRED, SECURE, secure",
        "REQUIRED, BOTH, secure"
    })
    void anOfferIsAnsweredAsThePolicySays(SrtpPolicy policy, String offered, String outcome) throws SdpException {
        AudioNegotiation ours = ours(policy);
        String offer = SESSION
                + switch (offered) {
                    case "PLAIN" -> PLAIN;
                    case "OPTIONAL" -> OPTIONAL;
                    case "SECURE" -> SECURE;
                    default -> PLAIN + SECURE;
                };

        if (outcome.equals("refused")) {
            assertThatThrownBy(() -> ours.answer(offer)).isInstanceOf(SdpException.class);
            return;
        }
        String answer = ours.answer(offer);

        boolean secure = outcome.equals("secure");
        assertThat(ours.agreement().protection() instanceof Protection.Sdes).isEqualTo(secure);
        assertThat(answer.contains("a=crypto:7 AES_CM_128_HMAC_SHA1_32 inline:"))
                .isEqualTo(secure);
        assertThat(answer).doesNotContain("a=crypto:3");
        if (offered.equals("BOTH")) {
            assertThat(answer)
                    .contains(secure ? "m=audio 0 RTP/AVP 8" : "m=audio 20000 RTP/AVP 8")
                    .contains(secure ? "m=audio 20000 RTP/SAVP 8" : "m=audio 0 RTP/SAVP 8");
        }
    }

    @ParameterizedTest
    @EnumSource(SrtpPolicy.class)
    void twoOfOurKindAgreeOnKeys(SrtpPolicy policy) throws SdpException {
        AudioNegotiation a = ours(policy);
        AudioNegotiation b = ours(policy);

        a.accept(b.answer(a.offer()));

        if (policy == SrtpPolicy.PREFERRED || policy == SrtpPolicy.REQUIRED) {
            Protection.Sdes atA = (Protection.Sdes) a.agreement().protection();
            Protection.Sdes atB = (Protection.Sdes) b.agreement().protection();
            assertThat(atA).isEqualTo(new Protection.Sdes(atB.profile(), atB.theirs(), atB.ours()));
            assertThat(atA.profile()).isEqualTo(SrtpProfile.AES_CM_128_HMAC_SHA1_80);
        } else {
            assertThat(a.agreement().protection()).isEqualTo(new Protection.Plain());
        }
    }

    @Test
    void whatIsSecureStaysSecureWithTheSameKeysWhenOfferedAgain() throws SdpException {
        AudioNegotiation ours = ours(SrtpPolicy.ALLOWED);
        ours.answer(SESSION + SECURE);
        Protection.Sdes before = (Protection.Sdes) ours.agreement().protection();

        String offer = ours.offer();

        assertThat(offer).contains("RTP/SAVP", before.ours().base64());
    }

    @Test
    void anOptionalOfferMayBeAnsweredPlain() throws SdpException {
        AudioNegotiation ours = ours(SrtpPolicy.PREFERRED);
        ours.offer();

        assertThat(ours.accept(SESSION + PLAIN).protection()).isEqualTo(new Protection.Plain());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PLAIN,
                "m=audio 4000 RTP/SAVP 8\r\n",
                // A tag that was not offered.
                "m=audio 4000 RTP/SAVP 8\r\na=crypto:9 AES_CM_128_HMAC_SHA1_80 " + KEY + "\r\n"
            })
    void aRequiredOfferIsNotAnsweredByLess(String answer) {
        AudioNegotiation ours = ours(SrtpPolicy.REQUIRED);
        ours.offer();

        assertThatThrownBy(() -> ours.accept(SESSION + answer)).isInstanceOf(SdpException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 AES_CM_128_HMAC_SHA1_80",
                "x AES_CM_128_HMAC_SHA1_80 " + KEY,
                "1 AES_256_CM_HMAC_SHA1_80 " + KEY,
                "1 AES_CM_128_HMAC_SHA1_80 inline:AAAA",
                "1 AES_CM_128_HMAC_SHA1_80 inline:***",
                "1 AES_CM_128_HMAC_SHA1_80 " + KEY + "|2^20|1:4",
                "1 AES_CM_128_HMAC_SHA1_80 " + KEY + "|1:4",
                "1 AES_CM_128_HMAC_SHA1_80 " + KEY + ";" + KEY,
                "1 AES_CM_128_HMAC_SHA1_80 " + KEY + " UNENCRYPTED_SRTP",
                "1 AES_CM_128_HMAC_SHA1_80 " + KEY + " KDR=4"
            })
    void keysThatWeCannotUseAreNotTaken(String value) {
        assertThat(CryptoLine.read(value)).isEmpty();
    }

    @Test
    void aHintOnTheReplayWindowIsNoObstacle() {
        assertThat(CryptoLine.read("1 AES_CM_128_HMAC_SHA1_80 " + KEY + "|2^31 WSH=64"))
                .isPresent();
    }
}
