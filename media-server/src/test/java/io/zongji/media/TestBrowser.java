package io.zongji.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.dtls.DtlsAssociation;
import io.zongji.media.dtls.Fingerprint;
import io.zongji.media.dtls.SrtpKeys;
import io.zongji.media.dtls.TestDtlsClient;
import io.zongji.media.ice.Checks;
import io.zongji.media.ice.IceCredentials;
import io.zongji.media.ice.IceLite;
import io.zongji.media.rtp.IncomingPacket;
import io.zongji.media.rtp.OutgoingStream;
import io.zongji.media.rtp.RtpHeader;
import io.zongji.media.rtp.RtpLoop;
import io.zongji.media.sdp.Protection;
import io.zongji.media.tone.Goertzel;
import io.zongji.media.tone.Tone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with a microphone that hears one tone: checks paths, shakes hands, speaks secure RTP, listens. */
final class TestBrowser implements AutoCloseable {
    private static final int WINDOW = 1600;

    private final RtpLoop loop;
    private final DatagramChannel channel;
    private final IceCredentials ice = IceCredentials.random();
    private final TestDtlsClient dtls;
    private final Tone tone;
    private final OutgoingStream stream = new OutgoingStream(99, 500, 0);
    private final PacketGuard guard = new PacketGuard();
    private final IncomingPacket packet = new IncomingPacket();
    private final byte[] codes = new byte[Codec.FRAME_SAMPLES];
    private final short[] window = new short[WINDOW];
    private volatile InetSocketAddress target;
    private volatile int checksAnswered;
    private IceCredentials server;
    private volatile boolean nominates = true;
    private volatile boolean keyed;
    private int ticks;

    TestBrowser(RtpLoop loop, double hertz) throws IOException {
        this.loop = loop;
        this.channel = DatagramChannel.open();
        channel.configureBlocking(false);
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.tone = new Tone(hertz, 8000);
        this.dtls = new TestDtlsClient(this::send);
        loop.execute(this::begin);
    }

    TestDtlsClient dtls() {
        return dtls;
    }

    String offer() {
        return offer(dtls.fingerprint().attribute());
    }

    /** As Chromium writes it before it has gathered anything. */
    String offer(String fingerprint) {
        return "v=0\r\no=- 4611 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\na=extmap-allow-mixed\r\n"
                + media("actpass", "9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126", fingerprint);
    }

    String answer() {
        return "v=0\r\no=- 4611 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n"
                + media(
                        "active",
                        "9 UDP/TLS/RTP/SAVPF 8 126",
                        dtls.fingerprint().attribute());
    }

    private String media(String setup, String line, String fingerprint) {
        return "m=audio " + line + "\r\nc=IN IP4 0.0.0.0\r\na=rtcp:9 IN IP4 0.0.0.0\r\na=ice-ufrag:" + ice.fragment()
                + "\r\na=ice-pwd:" + ice.password() + "\r\na=ice-options:trickle\r\na=fingerprint:" + fingerprint
                + "\r\na=setup:" + setup + "\r\na=mid:0\r\na=sendrecv\r\na=rtcp-mux\r\n"
                + "a=rtpmap:111 opus/48000/2\r\na=rtpmap:126 telephone-event/8000\r\na=rtpmap:110 telephone-event/48000\r\n";
    }

    /** Takes our description, offer or answer, and begins to connect. */
    void connect(String sdp) {
        IceCredentials given = new IceCredentials(find(sdp, "a=ice-ufrag:(.*)"), find(sdp, "a=ice-pwd:(.*)"));
        Fingerprint certificate =
                Fingerprint.read(find(sdp, "a=fingerprint:(.*)")).orElseThrow();
        int port = Integer.parseInt(find(sdp, "a=candidate:1 1 udp 2130706431 127.0.0.1 (\\d+) typ host"));
        loop.execute(() -> {
            guard.agree(new Protection.Dtls(ice, given, certificate));
            server = given;
            target = new InetSocketAddress("127.0.0.1", port);
        });
        dtls.handshake(certificate)
                .thenAccept(keys -> loop.execute(() -> {
                    // The guard knows the server's side.
                    guard.use(new SrtpKeys(keys.profile(), keys.server(), keys.client()));
                    keyed = true;
                }));
    }

    private static String find(String sdp, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(sdp);
        if (!matcher.find()) {
            throw new IllegalStateException("Not in the description: " + pattern);
        }
        return matcher.group(1).strip();
    }

    /** Checks paths, but never says which one it chooses. */
    TestBrowser withoutNominating() {
        nominates = false;
        return this;
    }

    boolean isKeyed() {
        return keyed;
    }

    int checksAnswered() {
        return checksAnswered;
    }

    synchronized boolean hears(double hertz) {
        return Goertzel.hears(window, hertz);
    }

    /** Sends anything to where the leg is. */
    void send(byte[] datagram) {
        InetSocketAddress to = target;
        try {
            if (to != null && channel.isOpen()) {
                channel.send(ByteBuffer.wrap(datagram), to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() {
        try {
            loop.register(channel, this::received);
            loop.addTicker(this::tick);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean tick(long now) {
        if (target == null || !channel.isOpen()) {
            return channel.isOpen();
        }
        if (ticks++ % (checksAnswered == 0 ? 2 : 50) == 0) {
            send(Checks.request(server, ice, nominates && checksAnswered > 0));
        }
        if (keyed) {
            ByteBuffer plain = loop.outgoing();
            stream.ownFrame(plain, 8, Codec.FRAME_SAMPLES, now);
            tone.encode(Codec.PCMA, codes, 0, codes.length);
            plain.put(RtpHeader.SIZE, codes);
            ByteBuffer sealed = guard.seal(plain, 0, RtpHeader.SIZE + codes.length);
            byte[] bytes = new byte[sealed.remaining()];
            sealed.get(bytes);
            send(bytes);
        }
        return true;
    }

    private void received(SocketAddress from, ByteBuffer datagram, int length, long now) {
        if (IceLite.isStun(datagram, length)) {
            if (checksAnswered++ == 0) {
                // Nominate at once.
                send(Checks.request(server, ice, true));
            }
        } else if (DtlsAssociation.isDtls(datagram, length)) {
            dtls.received(datagram, length);
        } else {
            heard(datagram, length);
        }
    }

    private synchronized void heard(ByteBuffer datagram, int length) {
        int plain = guard.open(datagram, length);
        if (plain < 0 || !packet.parse(datagram, plain)) {
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
        dtls.close();
        channel.close();
    }
}
