package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.MediaConnection.Direction;
import io.zongji.media.codec.Codec;
import io.zongji.media.rtp.RtpHeader;
import io.zongji.media.sdp.PeerKind;
import io.zongji.media.sdp.SrtpPolicy;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Phones with keys in their descriptions, over loopback. */
class SecureLegTest extends MediaSessions {

    private record SecureLine(SecurePhone phone, MediaConnection connection, Heard heard) {}

    private SecureLine secureLine(double hertz) throws Exception {
        SecurePhone phone = new SecurePhone(phones, SrtpPolicy.REQUIRED, hertz);
        Heard heard = new Heard();
        MediaConnection connection = server.createConnection("secure", heard);
        connection.processOffer(phone.offer());
        until(() -> heard.events().contains("answer"));
        phone.accept(heard.sdp());
        return new SecureLine(phone, connection, heard);
    }

    @Test
    void aPromptIsHeard() throws Exception {
        SecureLine line = secureLine(400);

        line.connection().play(new Play("p", List.of("tone-600-1000"), false, false));

        until(() -> line.phone().hears(600));
        until(() -> line.heard().events().contains("flowing"));
        assertThat(line.heard().sdp()).contains("RTP/SAVP", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:");
        assertThat(line.phone().refused()).isZero();
    }

    @Test
    void aSecureAndAPlainPhoneHearEachOther() throws Exception {
        SecureLine secure = secureLine(400);
        Line plain = line(Codec.PCMU);
        plain.phone().say(700);

        secure.connection().join(Direction.DUPLEX, plain.connection());

        until(() -> secure.phone().hears(700));
        until(() -> plain.phone().hears(400));
    }

    @Test
    void onePacketGoesToSeveralSecureListeners() throws Exception {
        SecureLine speaker = secureLine(400);
        SecureLine first = secureLine(700);
        SecureLine second = secureLine(900);
        Line plain = line(Codec.PCMA);

        for (MediaConnection listener : List.of(first.connection(), second.connection(), plain.connection())) {
            speaker.connection().join(Direction.SEND, listener);
        }

        until(() -> first.phone().hears(400));
        until(() -> second.phone().hears(400));
        until(() -> plain.phone().hears(400));
        assertThat(first.phone().refused() + second.phone().refused()).isZero();
    }

    @Test
    void threeAreMixed() throws Exception {
        SecureLine first = secureLine(400);
        SecureLine second = secureLine(700);
        SecureLine third = secureLine(900);

        first.connection().join(Direction.DUPLEX, second.connection());
        second.connection().join(Direction.DUPLEX, third.connection());

        until(() -> second.phone().amplitude(400) > 4000 && second.phone().amplitude(900) > 4000);
    }

    @Test
    void aRenewedOfferWithTheSameKeysAndWithOthersGoesOn() throws Exception {
        SecureLine line = secureLine(400);
        Line plain = line(Codec.PCMA);
        plain.phone().say(700);
        line.connection().join(Direction.DUPLEX, plain.connection());
        until(() -> plain.phone().hears(400) && line.phone().hears(700));

        line.connection().processOffer(line.phone().offer());
        until(() -> line.heard().events().stream().filter("answer"::equals).count() == 2);
        line.phone().accept(line.heard().sdp());
        plain.phone().forget();
        until(() -> plain.phone().hears(400));

        try (SecurePhone moved = new SecurePhone(phones, SrtpPolicy.REQUIRED, 1100)) {
            line.connection().processOffer(moved.offer());
            until(() -> line.heard().events().stream().filter("answer"::equals).count() == 3);
            moved.accept(line.heard().sdp());
            until(() -> plain.phone().hears(1100) && moved.hears(700));
        }
    }

    @Test
    void aPhoneTakesUpOurOffer() throws Exception {
        Heard heard = new Heard();
        MediaConnection connection = server.createConnection("secure", heard);
        connection.generateOffer(PeerKind.PHONE);
        until(() -> heard.events().contains("offer"));
        assertThat(heard.sdp()).contains("RTP/AVP").contains("a=crypto:1");

        try (SecurePhone phone = new SecurePhone(phones, SrtpPolicy.PREFERRED, 400)) {
            connection.processAnswer(phone.answer(heard.sdp()));
            until(() -> heard.events().contains("agreed"));
            connection.play(new Play("p", List.of("tone-600-1000"), false, false));

            until(() -> phone.hears(600));
            assertThat(phone.refused()).isZero();
        }
    }

    @Test
    void plainPacketsToASecureLegAreDropped() throws Exception {
        SecureLine line = secureLine(400);
        Line plain = line(Codec.PCMA);
        line.connection().join(Direction.DUPLEX, plain.connection());
        until(() -> plain.phone().hears(400));
        long dropped = server.statistics().packetsDropped();

        try (DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 20; i++) {
                byte[] frame = new byte[RtpHeader.SIZE + Codec.FRAME_SAMPLES];
                RtpHeader.write(ByteBuffer.wrap(frame), 0, 8, false, i, i * 160, 5);
                stranger.send(new DatagramPacket(
                        frame,
                        frame.length,
                        InetAddress.getLoopbackAddress(),
                        line.connection().port()));
            }
        }

        until(() -> server.statistics().packetsDropped() >= dropped + 20);
        assertThat(plain.phone().hears(400)).isTrue();
    }

    @Override
    SrtpPolicy srtp() {
        return SrtpPolicy.PREFERRED;
    }
}
