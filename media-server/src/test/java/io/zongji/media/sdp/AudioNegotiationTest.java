package io.zongji.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.media.codec.Codec;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioNegotiationTest {
    private static final String SESSION = "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n";
    private static final String BROWSER_LIKE = SESSION
            + "m=audio 4000 RTP/AVP 96 0 8 97 13\r\na=rtpmap:96 opus/48000/2\r\na=rtpmap:97 telephone-event/8000\r\n"
            + "a=fmtp:97 0-16\r\na=sendrecv\r\nm=video 5000 RTP/AVP 99\r\na=rtpmap:99 H264/90000\r\n";

    private final AudioNegotiation ours = new AudioNegotiation("198.51.100.1", 20_000, 77);

    @Test
    void ourOfferHoldsAllWeSpeak() {
        assertThat(ours.offer())
                .isEqualTo("v=0\r\no=zongji 77 1 IN IP4 198.51.100.1\r\ns=-\r\nc=IN IP4 198.51.100.1\r\nt=0 0\r\n"
                        + "m=audio 20000 RTP/AVP 8 0 9 111 101 110\r\n"
                        + "a=rtpmap:8 PCMA/8000\r\na=rtpmap:0 PCMU/8000\r\n"
                        + "a=rtpmap:9 G722/8000\r\na=rtpmap:111 opus/48000/2\r\n"
                        + "a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\n"
                        + "a=rtpmap:110 telephone-event/48000\r\na=fmtp:110 0-15\r\na=ptime:20\r\na=sendrecv\r\n");
    }

    @Test
    void whatTheOtherPartyOfTheCallSpeaksIsOfferedFirstAndTakenWhenOffered() throws SdpException {
        ours.prefer(Codec.PCMU);

        assertThat(ours.offer()).contains("m=audio 20000 RTP/AVP 0 8 9 111 ");
        assertThat(ours.answer(BROWSER_LIKE.replace("RTP/AVP ", "RTP/AVP 0 ")))
                .contains("m=audio 20000 RTP/AVP 0 97\r\n");
    }

    @Test
    void opusIsTakenWhenNothingElseIsKnownWithEventsOfItsClock() throws SdpException {
        String answer = ours.answer("v=0\r\nc=IN IP4 192.0.2.1\r\nm=audio 4000 RTP/AVP 96 97 98\r\n"
                + "a=rtpmap:96 opus/48000/2\r\na=rtpmap:97 telephone-event/8000\r\n"
                + "a=rtpmap:98 telephone-event/48000\r\n");

        assertThat(answer)
                .contains("RTP/AVP 96 98\r\n", "a=rtpmap:96 opus/48000/2\r\n", "a=rtpmap:98 telephone-event/48000\r\n");
        assertThat(ours.agreement().codec()).isEqualTo(Codec.OPUS);
        assertThat(ours.agreement().eventPayloadType()).isEqualTo(98);
    }

    @Test
    void g711IsTakenBeforeWidebandInWhateverOrderItIsOffered() throws SdpException {
        ours.answer("v=0\r\nc=IN IP4 192.0.2.1\r\nm=audio 4000 RTP/AVP 96 9 0\r\na=rtpmap:96 opus/48000/2\r\n");

        assertThat(ours.agreement().codec()).isEqualTo(Codec.PCMU);
    }

    @Test
    void anOfferIsAnsweredWithOneCodecTheirEventTypeAndEveryMediaLine() throws SdpException {
        String answer = ours.answer(BROWSER_LIKE);

        assertThat(answer)
                .contains("m=audio 20000 RTP/AVP 8 97\r\n", "a=rtpmap:97 telephone-event/8000", "m=video 0 RTP/AVP 99")
                .doesNotContain("opus");
        AudioAgreement agreement = ours.agreement();
        assertThat(agreement.remote()).isEqualTo(new InetSocketAddress("192.0.2.9", 4000));
        assertThat(agreement.codec()).isEqualTo(Codec.PCMA);
        assertThat(agreement.eventPayloadType()).isEqualTo(97);
        assertThat(agreement.receiveEvents()).isEqualTo(97);
        assertThat(agreement.receiveCodecs()).containsEntry(0, Codec.PCMU).containsEntry(8, Codec.PCMA);
    }

    @Test
    void withoutTelephoneEventsNoneAreAgreed() throws SdpException {
        String answer = ours.answer(SESSION + "m=audio 4000 RTP/AVP 0\r\n");

        assertThat(answer).contains("m=audio 20000 RTP/AVP 0\r\n").doesNotContain("telephone-event");
        assertThat(ours.agreement().eventPayloadType()).isEqualTo(-1);
        assertThat(ours.agreement().receiveEvents()).isEqualTo(-1);
    }

    @Test
    void theAnswerToOurOfferTellsWhatToSend() throws SdpException {
        ours.offer();
        AudioAgreement agreed = ours.accept(
                SESSION + "m=audio 4000 RTP/AVP 0 110\r\nc=IN IP4 192.0.2.10\r\na=rtpmap:110 telephone-event/8000\r\n");

        assertThat(agreed.codec()).isEqualTo(Codec.PCMU);
        assertThat(agreed.remote()).isEqualTo(new InetSocketAddress("192.0.2.10", 4000));
        assertThat(agreed.eventPayloadType()).isEqualTo(110);
        assertThat(agreed.receiveEvents()).isEqualTo(101);
    }

    @Test
    void ofSeveralAnswersToTheSameOfferTheLastCountsUntilThereIsAnotherOffer() throws SdpException {
        ours.offer();
        ours.accept(SESSION + "m=audio 4000 RTP/AVP 0\r\nc=IN IP4 192.0.2.10\r\n");
        AudioAgreement last = ours.accept(SESSION + "m=audio 4002 RTP/AVP 8\r\nc=IN IP4 192.0.2.11\r\n");

        assertThat(last.codec()).isEqualTo(Codec.PCMA);
        assertThat(ours.agreement().remote()).isEqualTo(new InetSocketAddress("192.0.2.11", 4002));

        ours.answer(SESSION + "m=audio 4000 RTP/AVP 0\r\nc=IN IP4 192.0.2.12\r\n");
        assertThatThrownBy(() -> ours.accept(SESSION + "m=audio 4002 RTP/AVP 8\r\nc=IN IP4 192.0.2.11\r\n"))
                .isInstanceOf(SdpException.class);
    }

    @Test
    void dynamicNumbersOfKnownCodecsAreUnderstood() throws SdpException {
        ours.answer(SESSION + "m=audio 4000 RTP/AVP 100\r\na=rtpmap:100 pcma/8000\r\n");

        assertThat(ours.agreement().payloadType()).isEqualTo(100);
        assertThat(ours.agreement().receiveCodecs()).containsOnly(Map.entry(100, Codec.PCMA));
    }

    @ParameterizedTest
    @CsvSource({
        "sendrecv, sendrecv",
        "sendonly, recvonly",
        "recvonly, sendonly",
        "inactive, inactive",
    })
    void directionsAreAnsweredFromOurSide(String theirs, String answered) throws SdpException {
        assertThat(ours.answer(SESSION + "m=audio 4000 RTP/AVP 8\r\na=" + theirs + "\r\n"))
                .contains("a=" + answered + "\r\n");
    }

    @Test
    void aDirectionOfTheSessionCountsForItsMedia() throws SdpException {
        assertThat(ours.answer(SESSION + "a=sendonly\r\nm=audio 4000 RTP/AVP 8\r\n"))
                .contains("a=recvonly");
    }

    @Test
    void theOldWayToHoldIsUnderstood() throws SdpException {
        ours.answer(SESSION.replace("c=IN IP4 192.0.2.9", "c=IN IP4 0.0.0.0") + "m=audio 4000 RTP/AVP 8\r\n");

        assertThat(ours.agreement().direction().sends()).isFalse();
    }

    @Test
    void theVersionGoesUpOnlyWithAChange() throws SdpException {
        String offer = SESSION + "m=audio 4000 RTP/AVP 8\r\n";

        assertThat(ours.answer(offer)).contains("o=zongji 77 1 ");
        assertThat(ours.answer(offer)).contains("o=zongji 77 1 ");
        assertThat(ours.answer(offer + "a=sendonly\r\n")).contains("o=zongji 77 2 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=audio 4000 RTP/AVP 18\r\n",
                "m=audio 0 RTP/AVP 8\r\n",
                "m=audio 4000 RTP/SAVP 8\r\n",
                "m=video 4000 RTP/AVP 99\r\n",
                "m=audio 4000 RTP/AVP 8\r\nc=IN IP4 239.1.1.1\r\n",
                "m=audio 4000 RTP/AVP 8\r\nc=IN IP6 2001:db8::1\r\n",
                "",
            })
    void whatCannotBeUsedIsNotAcceptable(String media) {
        assertThatThrownBy(() -> ours.answer(SESSION + media))
                .isInstanceOfSatisfying(
                        SdpException.class, e -> assertThat(e.kind()).isEqualTo(SdpException.Kind.NOT_ACCEPTABLE));
        assertThat(ours.agreement()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=audio x RTP/AVP 8\r\n",
                "m=audio 99999 RTP/AVP 8\r\n",
                "m=audio\r\n",
                "m=audio 4000 RTP/AVP 8\r\nc=IN IP4 evil.example.com\r\n",
            })
    void whatCannotBeReadIsInvalid(String media) {
        assertThatThrownBy(() -> ours.answer(SESSION + media))
                .isInstanceOfSatisfying(
                        SdpException.class, e -> assertThat(e.kind()).isEqualTo(SdpException.Kind.INVALID));
    }

    @Test
    void aFailedRenewalKeepsWhatWasAgreed() throws SdpException {
        ours.answer(BROWSER_LIKE);
        AudioAgreement before = ours.agreement();

        assertThatThrownBy(() -> ours.answer(SESSION + "m=audio 4000 RTP/AVP 18\r\n"))
                .isInstanceOf(SdpException.class);

        assertThat(ours.agreement()).isSameAs(before);
    }

    @Test
    void anIpv6ServerSpeaksIpv6() throws SdpException {
        AudioNegotiation six = new AudioNegotiation("2001:db8::5", 20_000, 1);

        String answer = six.answer(SESSION + "m=audio 4000 RTP/AVP 8\r\nc=IN IP6 2001:db8::1\r\n");

        assertThat(answer).contains("c=IN IP6 2001:db8::5");
        assertThat(six.agreement().remote().getPort()).isEqualTo(4000);
    }

    @Test
    void mutatedDescriptionsOnlyEverFailAsSdp() {
        Random random = new Random(31);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder sdp = new StringBuilder(BROWSER_LIKE);
            for (int i = random.nextInt(5); i >= 0; i--) {
                int at = random.nextInt(sdp.length());
                switch (random.nextInt(3)) {
                    case 0 -> sdp.setCharAt(at, (char) random.nextInt(300));
                    case 1 -> sdp.delete(at, Math.min(sdp.length(), at + random.nextInt(12)));
                    default -> sdp.insert(at, "9 =\r\n:/".charAt(random.nextInt(7)));
                }
            }
            try {
                ours.answer(sdp.toString());
            } catch (SdpException expected) {
                assertThat(expected.kind()).isNotEqualTo(SdpException.Kind.UNEXPECTED);
            }
        }
    }
}
