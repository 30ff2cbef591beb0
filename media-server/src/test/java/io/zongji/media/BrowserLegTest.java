package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.MediaConnection.Direction;
import io.zongji.media.codec.Codec;
import io.zongji.media.dtls.TestDtlsClient;
import io.zongji.media.sdp.PeerKind;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Browsers on a leg, over loopback: ICE, handshake, secure RTP, one port. */
class BrowserLegTest extends MediaSessions {
    private final List<TestBrowser> browsers = new ArrayList<>();

    private record BrowserLine(TestBrowser browser, MediaConnection connection, Heard heard) {}

    @AfterEach
    void closeBrowsers() throws IOException {
        for (TestBrowser browser : browsers) {
            browser.close();
        }
    }

    private TestBrowser browser(double hertz) throws IOException {
        TestBrowser browser = new TestBrowser(phones, hertz);
        browsers.add(browser);
        return browser;
    }

    private BrowserLine browserLine(double hertz) throws Exception {
        BrowserLine line = offered(browser(hertz));
        line.browser().connect(line.heard().sdp());
        return line;
    }

    private BrowserLine offered(TestBrowser browser) throws Exception {
        Heard heard = new Heard();
        MediaConnection connection = server.createConnection("browser", heard);
        connection.processOffer(browser.offer());
        until(() -> heard.events().contains("answer"));
        return new BrowserLine(browser, connection, heard);
    }

    @Test
    void aPromptIsHeardAndAPhoneIsSpokenWith() throws Exception {
        BrowserLine line = browserLine(400);
        line.connection().play(new Play("p", List.of("tone-600-10000"), false, false));
        until(() -> line.browser().hears(600));
        until(() -> line.heard().events().contains("flowing"));
        line.connection().stopPlay();
        Line plain = line(Codec.PCMU);
        plain.phone().say(700);

        line.connection().join(Direction.DUPLEX, plain.connection());

        until(() -> line.browser().hears(700));
        until(() -> plain.phone().hears(400));
    }

    @Test
    void aBrowserTakesUpOurOffer() throws Exception {
        Heard heard = new Heard();
        MediaConnection connection = server.createConnection("browser", heard);
        connection.generateOffer(PeerKind.BROWSER);
        until(() -> heard.events().contains("offer"));
        TestBrowser browser = browser(400);
        browser.connect(heard.sdp());

        connection.processAnswer(browser.answer());

        until(() -> heard.events().contains("agreed"));
        connection.play(new Play("p", List.of("tone-600-10000"), false, false));
        until(() -> browser.hears(600));
    }

    @Test
    void aBrowserIsAnsweredAndHeardBeforeItNominates() throws Exception {
        BrowserLine line = offered(browser(400).withoutNominating());
        line.browser().connect(line.heard().sdp());

        until(() -> line.browser().isKeyed());
        line.connection().play(new Play("p", List.of("tone-600-10000"), false, false));
        until(() -> line.browser().hears(600));
    }

    @Test
    void theLastFlightIsRepeatedWhenItWasLost() throws Exception {
        BrowserLine line = offered(browser(400));
        line.browser().dtls().loseAnswers(true);

        line.browser().connect(line.heard().sdp());

        until(() -> line.browser().isKeyed());
        until(() -> line.heard().events().contains("flowing"));
    }

    @Test
    void afterAReloadTheSameLegIsHeardAgain() throws Exception {
        BrowserLine line = browserLine(400);
        Line plain = line(Codec.PCMA);
        plain.phone().say(700);
        line.connection().join(Direction.DUPLEX, plain.connection());
        until(() -> plain.phone().hears(400));
        line.browser().close();

        TestBrowser reloaded = browser(900);
        line.connection().processOffer(reloaded.offer());
        until(() -> line.heard().events().stream().filter("answer"::equals).count() == 2);
        reloaded.connect(line.heard().sdp());

        until(() -> plain.phone().hears(900) && reloaded.hears(700));
    }

    @Test
    void aReloadedPageThatWeOfferToIsHeardOnTheSameLegAndTheOldOneNoMore() throws Exception {
        BrowserLine line = browserLine(400);
        Line plain = line(Codec.PCMA);
        plain.phone().say(700);
        line.connection().join(Direction.DUPLEX, plain.connection());
        until(() -> plain.phone().hears(400));

        line.connection().generateOffer(PeerKind.BROWSER);
        until(() -> line.heard().events().contains("offer"));
        TestBrowser reloaded = browser(900);
        reloaded.connect(line.heard().sdp());
        line.connection().processAnswer(reloaded.answer());

        until(() -> plain.phone().hears(900) && reloaded.hears(700));
        plain.phone().forget();
        until(() -> plain.phone().hears(900));
        assertThat(plain.phone().hears(400)).isFalse();
    }

    @Test
    void aRenewedOfferOfTheSamePageGoesOn() throws Exception {
        BrowserLine line = browserLine(400);
        Line plain = line(Codec.PCMA);
        plain.phone().say(700);
        line.connection().join(Direction.DUPLEX, plain.connection());
        until(() -> plain.phone().hears(400) && line.browser().hears(700));

        line.connection().processOffer(line.browser().offer());

        until(() -> line.heard().events().stream().filter("answer"::equals).count() == 2);
        plain.phone().forget();
        until(() -> plain.phone().hears(400));
    }

    @Test
    void anotherCertificateThanTheSignalledOneGetsNoKeys() throws Exception {
        TestBrowser browser = browser(400);
        Heard heard = new Heard();
        MediaConnection connection = server.createConnection("browser", heard);
        try (TestDtlsClient other = new TestDtlsClient(datagram -> {})) {
            connection.processOffer(browser.offer(other.fingerprint().attribute()));
        }
        until(() -> heard.events().contains("answer"));

        browser.connect(heard.sdp());

        until(() -> browser.checksAnswered() > 0);
        // The leg is reported as silent, and nothing of the page was taken.
        until(() -> heard.events().contains("timeout"));
        assertThat(heard.events()).doesNotContain("flowing");
        assertThat(browser.isKeyed()).isFalse();
    }

    @Test
    void plainRtpToABrowserLegIsDropped() throws Exception {
        BrowserLine line = browserLine(400);
        until(() -> line.heard().events().contains("flowing"));
        long dropped = server.statistics().packetsDropped();
        byte[] rtp = new byte[172];
        rtp[0] = (byte) 0x80;
        rtp[1] = 8;

        line.browser().send(rtp);

        until(() -> server.statistics().packetsDropped() > dropped);
    }

    @Test
    void strangersGetNothingBackAndDisturbNothing() throws Exception {
        BrowserLine line = browserLine(400);
        Line plain = line(Codec.PCMA);
        line.connection().join(Direction.DUPLEX, plain.connection());
        until(() -> plain.phone().hears(400));

        try (DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            bombard(stranger, line.connection().port());
            stranger.setSoTimeout(300);
            assertThat(receives(stranger)).isFalse();
        }

        plain.phone().forget();
        until(() -> plain.phone().hears(400));
    }

    @Test
    void nonsenseFromTheBrowserItselfEndsNothingElse() throws Exception {
        BrowserLine mad = offered(browser(400));
        BrowserLine sane = browserLine(700);
        mad.browser().connect(mad.heard().sdp());
        Random random = new Random(8);
        for (int i = 0; i < 3000; i++) {
            mad.browser().send(nonsense(random, i % 2 == 0 ? 22 : random.nextInt(64)));
        }

        sane.connection().play(new Play("p", List.of("tone-600-10000"), false, false));

        until(() -> sane.browser().hears(600));
        BrowserLine next = browserLine(900);
        until(() -> next.heard().events().contains("flowing"));
    }

    private static void bombard(DatagramSocket socket, int port) throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = nonsense(random, random.nextInt(256));
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
        }
    }

    private static byte[] nonsense(Random random, int first) {
        byte[] bytes = new byte[1 + random.nextInt(400)];
        random.nextBytes(bytes);
        bytes[0] = (byte) first;
        if (first == 22 && bytes.length > 25) {
            // The beginning of a record with a client hello.
            byte[] record = {22, (byte) 254, (byte) 253, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) (bytes.length - 13), 1, 0, 0
            };
            System.arraycopy(record, 0, bytes, 0, record.length);
        }
        return bytes;
    }

    private static boolean receives(DatagramSocket socket) throws IOException {
        try {
            socket.receive(new DatagramPacket(new byte[2048], 2048));
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
