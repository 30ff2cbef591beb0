package io.zongji.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.rtp.IncomingPacket;
import io.zongji.media.rtp.OutgoingStream;
import io.zongji.media.rtp.RtpHeader;
import io.zongji.media.rtp.RtpLoop;
import io.zongji.media.sdp.AudioAgreement;
import io.zongji.media.sdp.AudioNegotiation;
import io.zongji.media.sdp.SdpException;
import io.zongji.media.sdp.SrtpPolicy;
import io.zongji.media.tone.Goertzel;
import io.zongji.media.tone.Tone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** A phone that speaks secure RTP as its policy says, sends one tone, and knows what it has heard in the last moments. */
final class SecurePhone implements AutoCloseable {
    private static final int WINDOW = 1600;

    private final RtpLoop loop;
    private final DatagramChannel channel;
    private final AudioNegotiation negotiation;
    private final Tone tone;
    private final OutgoingStream stream = new OutgoingStream(99, 65_500, 0);
    private final PacketGuard guard = new PacketGuard();
    private final IncomingPacket packet = new IncomingPacket();
    private final byte[] codes = new byte[Codec.FRAME_SAMPLES];
    private final short[] window = new short[WINDOW];
    private InetSocketAddress target;
    private int refused;

    SecurePhone(RtpLoop loop, SrtpPolicy policy, double hertz) throws IOException {
        this.loop = loop;
        this.channel = DatagramChannel.open();
        channel.configureBlocking(false);
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.negotiation = new AudioNegotiation("127.0.0.1", null, port(), 1, policy, null);
        this.tone = new Tone(hertz, 8000);
        loop.execute(this::begin);
    }

    int port() {
        return channel.socket().getLocalPort();
    }

    String offer() {
        return negotiation.offer();
    }

    String answer(String offer) throws SdpException {
        String answer = negotiation.answer(offer);
        use(negotiation.agreement());
        return answer;
    }

    void accept(String answer) throws SdpException {
        use(negotiation.accept(answer));
    }

    private void use(AudioAgreement agreed) {
        loop.execute(() -> {
            guard.agree(agreed.protection());
            target = agreed.remote();
        });
    }

    synchronized boolean hears(double hertz) {
        return Goertzel.hears(window, hertz);
    }

    /** The tone's amplitude in the last 200 ms of audio. */
    synchronized double amplitude(double hertz) {
        return Goertzel.amplitude(window, hertz);
    }

    /** Packets that were not authentic. */
    synchronized int refused() {
        return refused;
    }

    private void begin() {
        try {
            loop.register(channel, this::received);
            loop.addTicker(this::tick);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean tick(long now) {
        if (target != null && channel.isOpen()) {
            ByteBuffer plain = loop.outgoing();
            stream.ownFrame(plain, 8, Codec.FRAME_SAMPLES, now);
            tone.encode(Codec.PCMA, codes, 0, codes.length);
            plain.put(RtpHeader.SIZE, codes);
            try {
                channel.send(guard.seal(plain, 0, RtpHeader.SIZE + codes.length), target);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return channel.isOpen();
    }

    private synchronized void received(SocketAddress from, ByteBuffer datagram, int length, long now) {
        int plain = guard.open(datagram, length);
        if (plain < 0 || !packet.parse(datagram, plain)) {
            refused++;
            return;
        }
        int heard = packet.payloadLength();
        System.arraycopy(window, heard, window, 0, WINDOW - heard);
        for (int i = 0; i < heard; i++) {
            window[WINDOW - heard + i] = Codec.PCMA.decode(datagram.get(packet.payloadOffset() + i));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
