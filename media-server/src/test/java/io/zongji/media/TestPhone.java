package io.zongji.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.rtp.PortRange;
import io.zongji.media.rtp.RtpLoop;
import io.zongji.media.rtp.RtpSession;
import io.zongji.media.sdp.AudioAgreement;
import io.zongji.media.sdp.AudioNegotiation;
import io.zongji.media.sdp.SdpException;
import io.zongji.media.tone.DtmfDetector;
import io.zongji.media.tone.Goertzel;
import io.zongji.media.tone.Tone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ShortBuffer;
import java.time.Duration;
import java.util.Arrays;

/** A phone that sends a tone and knows which tones it has heard in the last moments. */
final class TestPhone implements AutoCloseable {
    static final int WINDOW = 1600;
    private static final PortRange PORTS =
            new PortRange(InetAddress.getLoopbackAddress(), 41000, 45998, Duration.ZERO, System::nanoTime);

    private final RtpSession session;
    private final AudioNegotiation negotiation;
    private final short[] window = new short[WINDOW];
    private final StringBuilder digits = new StringBuilder();
    private final StringBuilder tonesHeard = new StringBuilder();
    private final DtmfDetector detector = new DtmfDetector();
    private int packets;
    private ShortBuffer all;
    private long heard;
    private Codec lastCodec;

    TestPhone(RtpLoop loop) throws IOException {
        session = RtpSession.open(loop, PORTS, new Ear());
        negotiation = new AudioNegotiation("127.0.0.1", session.localPort(), session.localPort());
    }

    RtpSession session() {
        return session;
    }

    String offer() {
        return negotiation.offer();
    }

    /** An offer of one codec. */
    String offer(Codec codec) {
        return offer(codec, "sendrecv");
    }

    /** @param direction what this phone wants to do, for example {@code sendonly} */
    String offer(Codec codec, String direction) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + session.localPort()
                + " RTP/AVP " + codec.payloadType() + " 101\r\na=rtpmap:" + codec.payloadType() + " " + codec.rtpmap()
                + "\r\na=rtpmap:101 telephone-event/" + codec.clockRate() + "\r\na=" + direction + "\r\n";
    }

    void accept(String answer, Codec codec) {
        int port = Integer.parseInt(answer.replaceAll("(?s).*m=audio (\\d+) .*", "$1"));
        session.sendTo(new InetSocketAddress("127.0.0.1", port), codec, 101);
    }

    void accept(String answer) throws SdpException {
        use(negotiation.accept(answer));
    }

    String answer(String offer) throws SdpException {
        String answer = negotiation.answer(offer);
        use(negotiation.agreement());
        return answer;
    }

    private void use(AudioAgreement agreement) {
        session.sendTo(agreement.remote(), agreement.codec(), agreement.eventPayloadType());
    }

    void say(double hertz) {
        say(hertz, 8000);
    }

    void say(double hertz, int loudness) {
        Tone tone = new Tone(hertz, loudness);
        session.source((codec, frame) -> {
            tone.encode(codec, frame, 0, frame.length);
            return true;
        });
    }

    void beSilent() {
        session.source(null);
    }

    /** Whether most of what came in the last 200 ms of audio is this tone. */
    synchronized boolean hears(double hertz) {
        return Goertzel.hears(window, hertz);
    }

    /** The tone's amplitude in the last 200 ms of audio. */
    synchronized double amplitude(double hertz) {
        return Goertzel.amplitude(window, hertz);
    }

    synchronized long samplesHeard() {
        return heard;
    }

    synchronized Codec lastCodec() {
        return lastCodec;
    }

    synchronized String digits() {
        return digits.toString();
    }

    /** The digits that came as tones. */
    synchronized String tonesHeard() {
        return tonesHeard.toString();
    }

    /** Has everything kept that is heard from now on, up to a minute. */
    synchronized void keepAll() {
        all = ShortBuffer.allocate(60 * Codec.SAMPLE_RATE);
    }

    /** What was heard since it is kept, packet after packet. */
    synchronized short[] all() {
        return Arrays.copyOf(all.array(), all.position());
    }

    synchronized void forget() {
        Arrays.fill(window, (short) 0);
    }

    @Override
    public void close() {
        session.close();
    }

    private final class Ear implements RtpSession.Listener {
        @Override
        public void audio(Codec codec, byte[] codes, int length, int timestamp) {
            synchronized (TestPhone.this) {
                System.arraycopy(window, length, window, 0, WINDOW - length);
                for (int i = 0; i < length; i++) {
                    window[WINDOW - length + i] = codec.decode(codes[i]);
                }
                heard += length;
                short[] last = Arrays.copyOfRange(window, WINDOW - length, WINDOW);
                detector.put(packets++, timestamp, last, length);
                for (char digit = detector.next(); digit != 0; digit = detector.next()) {
                    tonesHeard.append(digit);
                }
                lastCodec = codec;
                if (all != null && all.remaining() >= length) {
                    all.put(last);
                }
            }
        }

        @Override
        public void digit(char digit) {
            synchronized (TestPhone.this) {
                digits.append(digit);
            }
        }
    }
}
