package io.zongji.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.zongji.media.rtp.RtpHeader;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two ends of protected streams: what arrives, and what must not. */
class SrtpStreamTest {
    private static final int PAYLOAD = 160;
    private static final int SSRC = 0xCAFE;

    private final MasterKey key = MasterKey.random();
    private final SrtpSender sender = new SrtpSender(SrtpProfile.AES_CM_128_HMAC_SHA1_80, key);
    private final SrtpReceiver receiver = new SrtpReceiver(SrtpProfile.AES_CM_128_HMAC_SHA1_80, key);

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void whatIsSealedIsOpenedAcrossRollovers(SrtpProfile profile) {
        SrtpSender from = new SrtpSender(profile, key);
        SrtpReceiver to = new SrtpReceiver(profile, key);

        for (int i = 60_000; i < 200_000; i++) {
            ByteBuffer sealed = from.seal(packet(i, SSRC), 0, RtpHeader.SIZE + PAYLOAD);
            assertThat(sealed.remaining()).isEqualTo(RtpHeader.SIZE + PAYLOAD + profile.tagLength());
            ByteBuffer datagram = arrived(sealed);
            assertThat(to.open(datagram, datagram.position())).isEqualTo(RtpHeader.SIZE + PAYLOAD);
            assertThat(datagram.limit(RtpHeader.SIZE + PAYLOAD).position(0)).isEqualTo(packet(i, SSRC));
        }
    }

    @Test
    void aStreamGoesOnWhenPacketsAroundTheRolloverAreLostOrComeLate() {
        ByteBuffer before = seal(65_534, SSRC);
        ByteBuffer late = seal(65_535, SSRC);
        ByteBuffer lost = seal(65_536, SSRC);
        ByteBuffer after = seal(65_537, SSRC);

        assertThat(opens(before)).isTrue();
        assertThat(opens(after)).isTrue();
        assertThat(opens(late)).isTrue();
        assertThat(opens(lost)).isTrue();
    }

    @Test
    void aRepeatedPacketIsRefused() {
        ByteBuffer first = seal(1, SSRC);
        ByteBuffer second = seal(2, SSRC);

        assertThat(opens(first.duplicate())).isTrue();
        assertThat(opens(second.duplicate())).isTrue();
        assertThat(opens(first)).isFalse();
        assertThat(opens(second)).isFalse();
    }

    @Test
    void aPacketOlderThanTheWindowIsRefused() {
        ByteBuffer old = seal(1, SSRC);
        for (int i = 2; i < 70; i++) {
            assertThat(opens(seal(i, SSRC))).isTrue();
        }

        assertThat(opens(old)).isFalse();
    }

    @Test
    void noTwoPacketsAreSealedUnderOneIndex() {
        assertThat(sender.seal(packet(7, SSRC), 0, RtpHeader.SIZE + PAYLOAD)).isNotNull();
        assertThat(sender.seal(packet(7, SSRC), 0, RtpHeader.SIZE + PAYLOAD)).isNull();
    }

    @Test
    void everyChangedBitIsNoticed() {
        ByteBuffer sealed = seal(5, SSRC);
        for (int bit = 0; bit < sealed.limit() * 8; bit++) {
            ByteBuffer forged = arrived(sealed.duplicate());
            forged.put(bit / 8, (byte) (forged.get(bit / 8) ^ 1 << bit % 8));
            assertThat(receiver.open(forged, sealed.limit())).as("bit " + bit).isEqualTo(-1);
        }
        assertThat(opens(sealed)).isTrue();
    }

    @Test
    void aForgerOfManyStreamsDoesNotDisturbTheRealOne() {
        SrtpSender forger = new SrtpSender(SrtpProfile.AES_CM_128_HMAC_SHA1_80, MasterKey.random());
        assertThat(opens(seal(1, SSRC))).isTrue();
        for (int i = 0; i < 100; i++) {
            ByteBuffer forged = arrived(forger.seal(packet(i, i), 0, RtpHeader.SIZE + PAYLOAD));
            assertThat(receiver.open(forged, forged.position())).isEqualTo(-1);
        }

        assertThat(opens(seal(2, SSRC))).isTrue();
    }

    @Test
    void anotherStreamUnderTheSameKeyIsTaken() {
        for (int ssrc = 0; ssrc < 100; ssrc++) {
            SrtpSender anew = new SrtpSender(SrtpProfile.AES_CM_128_HMAC_SHA1_80, key);
            for (int i = 1; i < 4; i++) {
                ByteBuffer sealed = anew.seal(packet(i, ssrc), 0, RtpHeader.SIZE + PAYLOAD);
                assertThat(opens(sealed.duplicate())).isTrue();
                assertThat(opens(sealed)).isFalse();
            }
        }
    }

    @Test
    void controlPacketsGoBothSealedAndOnce() {
        ByteBuffer report = ByteBuffer.allocate(28)
                .put(0, (byte) 0x80)
                .put(1, (byte) 200)
                .putInt(4, SSRC)
                .putInt(8, 77);
        ByteBuffer sealed = arrived(sender.sealControl(report, 0, 28));
        ByteBuffer again = arrived(sealed.duplicate().flip());

        assertThat(sealed.getInt(8)).isNotEqualTo(77);
        assertThat(receiver.openControl(sealed, 28 + 14)).isEqualTo(28);
        assertThat(sealed.getInt(8)).isEqualTo(77);
        assertThat(receiver.openControl(again, 28 + 14)).isEqualTo(-1);
    }

    @Test
    void noiseIsRefused() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = (byte) (0x80 | noise[0] & 0x3F);
            }
            ByteBuffer datagram = ByteBuffer.allocateDirect(2048).put(noise);
            assertThat(receiver.open(datagram, noise.length)).isEqualTo(-1);
            assertThat(receiver.openControl(datagram, noise.length)).isEqualTo(-1);
        }
        assertThat(opens(seal(1, SSRC))).isTrue();
    }

    @Test
    void nothingIsAllocatedPerPacket() {
        ByteBuffer packet = packet(0, SSRC);
        ByteBuffer datagram = ByteBuffer.allocateDirect(2048);
        exchange(packet, datagram, 1, 2_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        exchange(packet, datagram, 2_001, 10_000);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
    }

    private void exchange(ByteBuffer packet, ByteBuffer datagram, int first, int count) {
        int opened = 0;
        for (int i = first; i < first + count; i++) {
            packet.clear().putShort(2, (short) i);
            ByteBuffer sealed = sender.seal(packet, 0, packet.capacity());
            int length = sealed.remaining();
            datagram.clear().put(sealed);
            opened += receiver.open(datagram, length) > 0 ? 1 : 0;
        }
        assertThat(opened).isEqualTo(count);
    }

    private ByteBuffer seal(int sequence, int ssrc) {
        return arrived(sender.seal(packet(sequence, ssrc), 0, RtpHeader.SIZE + PAYLOAD))
                .flip();
    }

    private boolean opens(ByteBuffer sealed) {
        int length = sealed.remaining();
        return receiver.open(arrived(sealed), length) > 0;
    }

    private static ByteBuffer arrived(ByteBuffer sealed) {
        return ByteBuffer.allocateDirect(2048).put(sealed);
    }

    private static ByteBuffer packet(int sequence, int ssrc) {
        ByteBuffer packet = ByteBuffer.allocate(RtpHeader.SIZE + PAYLOAD);
        RtpHeader.write(packet, 0, 8, false, sequence & 0xFFFF, sequence * PAYLOAD, ssrc);
        for (int i = 0; i < PAYLOAD; i++) {
            packet.put(RtpHeader.SIZE + i, (byte) (sequence + i));
        }
        return packet;
    }
}
