package io.zongji.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.media.codec.Codec;
import io.zongji.media.dtls.Fingerprint;
import io.zongji.media.ice.IceCredentials;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Descriptions of browser legs (RFC 8829), as Chromium writes them. */
class BrowserNegotiationTest {
    private static final String HASH = "sha-256 " + "AB:".repeat(31) + "CD";
    private static final Fingerprint OURS = Fingerprint.read(HASH).orElseThrow();
    private static final String AUDIO = "m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126\r\nc=IN IP4 0.0.0.0\r\n"
            + "a=rtcp:9 IN IP4 0.0.0.0\r\na=ice-ufrag:H8mT\r\na=ice-pwd:5Ff0HzQ1nbpQYvgTt8LkC2Wb\r\na=ice-options:trickle\r\n"
            + "a=fingerprint:sha-256 " + "0A:".repeat(31) + "0B\r\na=setup:actpass\r\na=mid:a1\r\na=extmap:1 urn:x\r\n"
            + "a=sendrecv\r\na=msid:- 1\r\na=rtcp-mux\r\na=rtpmap:111 opus/48000/2\r\na=rtpmap:63 red/48000/2\r\n"
            + "a=rtpmap:9 G722/8000\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:13 CN/8000\r\n"
            + "a=rtpmap:110 telephone-event/48000\r\na=rtpmap:126 telephone-event/8000\r\n";
    private static final String SESSION = "v=0\r\no=- 4611731400430051336 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"
            + "a=group:BUNDLE a1 v1\r\na=extmap-allow-mixed\r\na=msid-semantic: WMS\r\n";
    private static final String VIDEO = "m=video 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=mid:v1\r\n";

    private final AudioNegotiation ours = new AudioNegotiation("198.51.100.1", null, 20_000, 77, SrtpPolicy.OFF, OURS);

    @Test
    void theAnswerHoldsWhatABrowserNeeds() throws SdpException {
        String answer = ours.answer(SESSION + AUDIO + VIDEO);

        assertThat(answer)
                .contains(
                        "a=group:BUNDLE a1\r\na=ice-lite\r\nm=audio 20000 UDP/TLS/RTP/SAVPF 8 126\r\n",
                        "a=mid:a1\r\n",
                        "a=rtcp-mux\r\n",
                        "a=setup:passive\r\n",
                        "a=fingerprint:" + HASH + "\r\n",
                        "a=candidate:1 1 udp 2130706431 198.51.100.1 20000 typ host\r\n",
                        "a=rtpmap:126 telephone-event/8000\r\n",
                        "a=sendrecv\r\n",
                        "m=video 0 UDP/TLS/RTP/SAVPF 96\r\na=mid:v1\r\n")
                .containsPattern("a=ice-ufrag:.{8}\r\n")
                .containsPattern("a=ice-pwd:.{24}\r\n");
        AudioAgreement agreed = ours.agreement();
        assertThat(agreed.codec()).isEqualTo(Codec.PCMA);
        assertThat(agreed.direction()).isEqualTo(Direction.SENDRECV);
        Protection.Dtls protection = (Protection.Dtls) agreed.protection();
        assertThat(protection.theirs()).isEqualTo(new IceCredentials("H8mT", "5Ff0HzQ1nbpQYvgTt8LkC2Wb"));
        assertThat(protection.certificate().value()).endsWith(":0B");
    }

    @ParameterizedTest
    @EnumSource(SrtpPolicy.class)
    void noPolicyForPhonesKeepsABrowserOut(SrtpPolicy policy) throws SdpException {
        AudioNegotiation negotiation = new AudioNegotiation("198.51.100.1", null, 20_000, 77, policy, OURS);

        negotiation.answer(SESSION + AUDIO);

        assertThat(negotiation.agreement().protection()).isInstanceOf(Protection.Dtls.class);
    }

    @Test
    void aBrowserOutsideOfTheFirewallIsToldThePublicAddressToo() throws SdpException {
        AudioNegotiation negotiation =
                new AudioNegotiation("10.0.0.7", "198.51.100.1", 20_000, 77, SrtpPolicy.OFF, OURS);

        assertThat(negotiation.answer(SESSION + AUDIO))
                .contains(
                        "c=IN IP4 10.0.0.7\r\n",
                        "a=candidate:1 1 udp 2130706431 10.0.0.7 20000 typ host\r\n"
                                + "a=candidate:2 1 udp 2130706175 198.51.100.1 20000 typ host\r\n"
                                + "a=end-of-candidates\r\n");
    }

    @Test
    void anIceRestartGetsNewCredentialsAndOnlyThat() throws SdpException {
        ours.answer(SESSION + AUDIO);
        Protection.Dtls first = (Protection.Dtls) ours.agreement().protection();
        ours.answer(SESSION + AUDIO);
        Protection.Dtls same = (Protection.Dtls) ours.agreement().protection();
        ours.answer(SESSION + AUDIO.replace("H8mT", "j9nU"));
        Protection.Dtls restarted = (Protection.Dtls) ours.agreement().protection();

        assertThat(same).isEqualTo(first);
        assertThat(restarted.ours()).isNotEqualTo(first.ours());
        assertThat(restarted.certificate()).isEqualTo(first.certificate());
    }

    @Test
    void ourOfferIsTakenUp() throws SdpException {
        String offer = ours.offer(PeerKind.BROWSER);
        assertThat(offer).contains("a=setup:actpass", "a=mid:0", "a=ice-lite", "UDP/TLS/RTP/SAVPF 8 0 9 111 ");

        AudioAgreement agreed = ours.accept(SESSION + AUDIO.replace("actpass", "active"));

        assertThat(agreed.protection()).isInstanceOf(Protection.Dtls.class);
        assertThat(agreed.receiveEvents()).isEqualTo(101);
    }

    @Test
    void aBrowserLegRemainsOneWhenOfferedAgain() throws SdpException {
        ours.answer(SESSION + AUDIO);
        Protection.Dtls agreed = (Protection.Dtls) ours.agreement().protection();

        assertThat(ours.offer())
                .contains("UDP/TLS/RTP/SAVPF", "a=ice-ufrag:" + agreed.ours().fragment());
    }

    @Test
    void anOfferToAReloadedPageBeginsAnewAndCountsOnlyWhenAnswered() throws SdpException {
        ours.answer(SESSION + AUDIO);
        Protection.Dtls before = (Protection.Dtls) ours.agreement().protection();

        assertThat(ours.offer(PeerKind.BROWSER))
                .contains("a=setup:actpass")
                .doesNotContain(before.ours().fragment(), before.ours().password());
        assertThat(ours.answer(SESSION + AUDIO))
                .as("an answer to the old page meanwhile")
                .contains("a=ice-ufrag:" + before.ours().fragment());

        String offer = ours.offer(PeerKind.BROWSER);
        ours.accept(SESSION + AUDIO.replace("actpass", "active").replace("H8mT", "j9nU"));
        Protection.Dtls after = (Protection.Dtls) ours.agreement().protection();
        assertThat(offer).contains("a=ice-ufrag:" + after.ours().fragment());
        assertThat(after.ours()).isNotEqualTo(before.ours());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=ice-ufrag:", "a=ice-pwd:", "a=fingerprint:", "a=setup:"})
    void whatCannotBeConnectedIsRefused(String line) {
        String broken = line.equals("a=setup:")
                ? AUDIO.replace("setup:actpass", "setup:passive")
                : AUDIO.replaceAll(line + "[^\r]*\r\n", "");

        assertThatThrownBy(() -> ours.answer(SESSION + broken)).isInstanceOf(SdpException.class);
    }

    @Test
    void aWeakHashIsNotTrusted() {
        assertThat(Fingerprint.read("sha-1 " + "AB:".repeat(19) + "CD")).isEmpty();
        assertThat(Fingerprint.read("sha-256 " + "AB:".repeat(30) + "CD")).isEmpty();
        assertThat(Fingerprint.read("SHA-256 " + "ab:".repeat(31) + "cd")).isEqualTo(Fingerprint.read(HASH));
    }

    @Test
    void aPlainAnswerToABrowsersOfferIsRefused() throws SdpException {
        ours.offer(PeerKind.BROWSER);

        assertThatThrownBy(() -> ours.accept(SESSION + "m=audio 4000 RTP/AVP 8\r\nc=IN IP4 192.0.2.1\r\n"))
                .isInstanceOf(SdpException.class);
    }

    @Test
    void mutatedDescriptionsOnlyEverFailAsSdp() {
        Random random = new Random(32);
        int answered = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder sdp = new StringBuilder(SESSION + AUDIO + VIDEO);
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
                answered++;
            } catch (SdpException expected) {
                assertThat(expected.kind()).isNotEqualTo(SdpException.Kind.UNEXPECTED);
            }
        }
        assertThat(answered).isPositive();
    }
}
