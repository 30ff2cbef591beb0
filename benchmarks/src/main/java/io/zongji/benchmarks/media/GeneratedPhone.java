package io.zongji.benchmarks.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.rtp.RtpHeader;
import io.zongji.media.srtp.SrtpProfile;
import io.zongji.media.srtp.SrtpSender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** One phone of a measurement: sends a packet when it is told to, and counts what it hears by sequence numbers. */
final class GeneratedPhone {
    private static final int FRAMES_BETWEEN_CLICKS = 25;
    private static final int LOUD = 8000;
    private static final int HEARD = 2000;

    private final DatagramChannel channel;
    private final Codec codec;
    private final Sound sound;
    private final byte[][] payloads;
    private final SrtpSender secure;
    private final int ssrc;
    private InetSocketAddress target;
    private int sequence;
    private long clickedNanos;

    private boolean counting;
    private int firstHeard;
    private int lastHeard;
    private long heard;
    private long sent;
    private long clickKnown;

    GeneratedPhone(int number, Sound sound, Codec codec, byte[][] payloads) throws IOException {
        this.sound = sound;
        this.codec = codec;
        this.payloads = payloads;
        this.ssrc = 1000 + number;
        this.secure =
                sound == Sound.SECURE ? new SrtpSender(SrtpProfile.AES_CM_128_HMAC_SHA1_80, LoadGenerator.KEY) : null;
        this.channel = DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
    }

    DatagramChannel channel() {
        return channel;
    }

    int port() {
        return channel.socket().getLocalPort();
    }

    void sendTo(int port) {
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** When it clicked last, 0 for not yet. */
    long clickedNanos() {
        return clickedNanos;
    }

    void send(ByteBuffer packet, boolean clicks) throws IOException {
        byte[] payload = payloads[sequence % payloads.length];
        RtpHeader.write(
                packet.clear(), 0, codec.payloadType(), false, sequence & 0xFFFF, sequence * codec.frameUnits(), ssrc);
        int length = RtpHeader.SIZE + payload.length;
        packet.put(RtpHeader.SIZE, payload);
        if (sound == Sound.STAMPED) {
            packet.putLong(RtpHeader.SIZE, System.nanoTime());
        } else if (clicks && sequence % FRAMES_BETWEEN_CLICKS == 0) {
            byte loud = Codec.PCMA.encode(LOUD);
            for (int i = RtpHeader.SIZE; i < length; i++) {
                packet.put(i, loud);
            }
            clickedNanos = System.nanoTime();
        }
        sequence++;
        sent++;
        channel.send(secure == null ? packet.limit(length).position(0) : secure.seal(packet, 0, length), target);
    }

    /**
     * Takes a packet.
     *
     * @param clicker whose clicks this phone may hear
     * @return how long it was on its way, or -1 if it does not tell
     */
    long receive(ByteBuffer packet, int length, GeneratedPhone clicker) {
        count(RtpHeader.sequence(packet));
        if (sound == Sound.STAMPED) {
            return System.nanoTime() - packet.getLong(RtpHeader.SIZE);
        }
        boolean due = sound == Sound.CLICKS && clicker != this && clicker.clickedNanos != clickKnown;
        if (due && isClick(packet, length)) {
            clickKnown = clicker.clickedNanos;
            return System.nanoTime() - clickKnown;
        }
        return -1;
    }

    private static boolean isClick(ByteBuffer packet, int length) {
        for (int i = RtpHeader.SIZE; i < length; i += 8) {
            if (Math.abs(Codec.PCMA.decode(packet.get(i))) > HEARD) {
                return true;
            }
        }
        return false;
    }

    private void count(int number) {
        if (!counting) {
            counting = true;
            firstHeard = number;
            lastHeard = number;
        } else if ((short) (number - lastHeard) > 0) {
            lastHeard += (short) (number - lastHeard) & 0xFFFF;
        }
        heard++;
    }

    void beginWindow() {
        counting = false;
        heard = 0;
        sent = 0;
    }

    long sent() {
        return sent;
    }

    long heard() {
        return heard;
    }

    /** How many packets were sent to this phone, as far as it can know. */
    long due() {
        return counting ? lastHeard - firstHeard + 1 : 0;
    }
}
