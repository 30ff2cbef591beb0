package io.zongji.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.prompt.EncodedPrompt;
import io.zongji.media.rtp.DtmfReceiver;
import io.zongji.media.rtp.DtmfSender;
import io.zongji.media.rtp.IncomingPacket;
import io.zongji.media.rtp.PortPair;
import io.zongji.media.rtp.RtpHeader;
import io.zongji.media.rtp.RtpLoop;
import io.zongji.media.sdp.AudioAgreement;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The state of one connection on the loop's thread: what comes from its phone, and what its phone hears. Its phone hears
 * its playout if there is one, else the parties that it is joined with.
 */
final class Party implements AudioLink.Receiver {
    private final String id;
    private final RtpLoop loop;
    private final AudioLink link;
    private final Consumer<Consumer<ConnectionListener>> events;

    private final DtmfReceiver digitReceiver = new DtmfReceiver();
    private final DtmfSender digitSender = new DtmfSender();
    private final DigitCollector collector;
    private final List<Party> hears = new ArrayList<>(2);
    private final List<Party> heardBy = new ArrayList<>(2);
    private final List<RecordingChannel> recordings = new ArrayList<>(1);
    private final Mix mix = new Mix();
    private final Speech speech = new Speech();

    private Playout playout;
    private boolean ticking;
    /** Hears several, or fades out the last but one of them. */
    private boolean mixing;

    private boolean released;

    Party(
            String id,
            RtpLoop loop,
            PortPair ports,
            Counters counters,
            long rtpTimeoutNanos,
            Consumer<Consumer<ConnectionListener>> events) {
        this.id = id;
        this.loop = loop;
        this.events = events;
        this.link = new AudioLink(id, loop, ports, counters, rtpTimeoutNanos, events, this);
        this.collector = new DigitCollector((collection, end, digits) ->
                events.accept(listener -> listener.digitsCollected(collection, end, digits)));
    }

    String id() {
        return id;
    }

    AudioLink link() {
        return link;
    }

    boolean released() {
        return released;
    }

    void agree(AudioAgreement agreed, long now) {
        link.agree(agreed, now);
        if (agreed.eventPayloadType() < 0) {
            digitSender.clear();
        }
    }

    // What comes from the phone

    @Override
    public void event(IncomingPacket packet, ByteBuffer datagram, long now) {
        char digit = digitReceiver.receive(packet, datagram, now);
        if (digit != 0) {
            if (playout != null && playout.play().bargeIn()) {
                endPlay(Play.End.BARGE_IN, MediaFailure.NONE, now);
            }
            collector.digit(digit, now);
        }
        for (int i = 0; i < heardBy.size(); i++) {
            heardBy.get(i).hearEvent(this, packet, datagram, now);
        }
    }

    @Override
    public void audio(Codec codec, IncomingPacket packet, ByteBuffer datagram, long now) {
        if (neededLinear()) {
            // Before anything is forwarded: forwarding may change the datagram.
            speech.decode(codec, packet, datagram);
        }
        for (int i = 0; i < recordings.size(); i++) {
            recordings.get(i).put(packet, speech, now);
        }
        for (int i = 0; i < heardBy.size(); i++) {
            heardBy.get(i).hear(this, codec, packet, datagram, now);
        }
    }

    private boolean neededLinear() {
        if (!recordings.isEmpty()) {
            return true;
        }
        for (int i = 0; i < heardBy.size(); i++) {
            if (heardBy.get(i).mixing) {
                return true;
            }
        }
        return false;
    }

    // What the phone hears

    private void hear(Party from, Codec codec, IncomingPacket packet, ByteBuffer datagram, long now) {
        if (mixing) {
            mix.put(from, packet.ssrc(), packet.timestamp(), from.speech.samples(), from.speech.count());
            return;
        }
        if (playout != null || digitSender.busy() || !link.maySend()) {
            return;
        }
        if (!link.stream()
                .forward(from, packet, datagram, link.agreement().payloadType(), packet.payloadLength(), now)) {
            return;
        }
        int start = packet.payloadOffset() - RtpHeader.SIZE;
        int end = packet.payloadOffset() + packet.payloadLength();
        if (codec == link.agreement().codec()) {
            link.send(datagram, start, end);
        } else {
            sendTranscoded(codec, datagram, start, end);
        }
    }

    private void sendTranscoded(Codec codec, ByteBuffer datagram, int start, int end) {
        ByteBuffer packet = loop.outgoing();
        packet.put(0, datagram, start, RtpHeader.SIZE);
        for (int i = start + RtpHeader.SIZE; i < end; i++) {
            packet.put(i - start, codec.transcode(datagram.get(i)));
        }
        link.send(packet, 0, end - start);
    }

    private void hearEvent(Party from, IncomingPacket packet, ByteBuffer datagram, long now) {
        boolean wanted = !mixing && playout == null && !digitSender.busy() && link.maySend();
        if (wanted
                && link.agreement().eventPayloadType() >= 0
                && link.stream()
                        .forward(
                                from,
                                packet,
                                datagram,
                                link.agreement().eventPayloadType(),
                                Codec.FRAME_SAMPLES,
                                now)) {
            int start = packet.payloadOffset() - RtpHeader.SIZE;
            link.send(datagram, start, packet.payloadOffset() + packet.payloadLength());
        }
    }

    // The clock

    private void startTicking() {
        if (!ticking) {
            ticking = true;
            loop.addTicker(this::tick);
        }
    }

    private boolean tick(long now) {
        boolean playing = playout != null && playout.loaded();
        mixing = hears.size() > 1 || mixing && mix.fading();
        ticking = !released && (playing || digitSender.busy() || mixing);
        if (!ticking) {
            return false;
        }
        // Taken even when something else is heard, so that the mix is not behind afterwards.
        int[] mixed = mixing ? mix.frame() : null;
        ByteBuffer packet = loop.outgoing();
        int length = 0;
        if (digitSender.busy() && link.maySend()) {
            length = digitSender.next(link.stream(), packet, link.agreement().eventPayloadType(), now);
        } else if (playing) {
            length = playFrame(packet, now);
        } else if (mixing && link.maySend()) {
            length = mixFrame(mixed, packet, now);
        }
        if (length > 0) {
            link.send(packet, 0, length);
        }
        if (playing && playout.finished()) {
            endPlay(Play.End.END_OF_PLAY_LIST, MediaFailure.NONE, now);
        }
        return true;
    }

    private int mixFrame(int[] sum, ByteBuffer packet, long now) {
        Codec codec = link.agreement().codec();
        link.stream().ownFrame(packet, link.agreement().payloadType(), sum.length, now);
        for (int i = 0; i < sum.length; i++) {
            packet.put(RtpHeader.SIZE + i, codec.encode(sum[i]));
        }
        return RtpHeader.SIZE + sum.length;
    }

    /** While the phone may not be sent to, a play goes on unheard, so that its end comes when it should. */
    private int playFrame(ByteBuffer packet, long now) {
        playout.frame(link.agreement() == null ? Codec.PCMA : link.agreement().codec(), packet, RtpHeader.SIZE);
        if (!link.maySend()) {
            return 0;
        }
        link.stream().ownFrame(packet, link.agreement().payloadType(), Codec.FRAME_SAMPLES, now);
        return RtpHeader.SIZE + Codec.FRAME_SAMPLES;
    }

    /** Called about ten times a second. */
    void check(long now) {
        collector.check(now);
        link.check(now);
    }

    // Requests

    /** @return the playout to be loaded, or null if it ended at once */
    Playout play(Play play, long now) {
        if (playout != null) {
            endPlay(Play.End.STOPPED, MediaFailure.NONE, now);
        }
        playout = new Playout(play);
        if (play.bargeIn() && collector.dialledAhead()) {
            endPlay(Play.End.BARGE_IN, MediaFailure.NONE, now);
        }
        return playout;
    }

    void loaded(Playout loaded, List<EncodedPrompt> prompts, long now) {
        if (loaded == null || playout != loaded || released) {
            return;
        }
        playout.loaded(prompts);
        if (playout.finished()) {
            endPlay(Play.End.END_OF_PLAY_LIST, MediaFailure.NONE, now);
        } else {
            startTicking();
        }
    }

    void notLoaded(Playout failed, long now) {
        if (failed != null && playout == failed) {
            endPlay(Play.End.FAILED, MediaFailure.PROMPT_UNAVAILABLE, now);
        }
    }

    void stopPlay(long now) {
        if (playout != null) {
            endPlay(Play.End.STOPPED, MediaFailure.NONE, now);
        }
    }

    private void endPlay(Play.End end, MediaFailure failure, long now) {
        String playId = playout.play().id();
        playout = null;
        events.accept(listener -> listener.playEnded(playId, end, failure));
        collector.playEnded(now);
    }

    void collect(DigitCollection request, long now) {
        collector.begin(request, playout != null, now);
    }

    void stopCollecting() {
        collector.stop();
    }

    void flushDigits() {
        collector.flush();
    }

    /** Digits for a phone that does not take telephone events are dropped. */
    void sendDigits(String digits) {
        if (link.agreement() != null && link.agreement().eventPayloadType() >= 0) {
            digitSender.add(digits);
            startTicking();
        }
    }

    void setHears(Party other, boolean hear) {
        if (hear && !hears.contains(other)) {
            hears.add(other);
            other.heardBy.add(this);
        } else if (!hear && hears.remove(other)) {
            other.heardBy.remove(this);
            mix.remove(other);
        }
        if (hears.size() > 1) {
            mixing = true;
            startTicking();
        }
    }

    void addRecording(RecordingChannel recording) {
        recordings.add(recording);
    }

    void removeRecording(RecordingChannel recording) {
        recordings.remove(recording);
    }

    /** Leaves all joins and recordings; the caller closes the sockets. */
    void release(long now) {
        link.release(now);
        released = true;
        playout = null;
        for (Party other : List.copyOf(hears)) {
            setHears(other, false);
        }
        for (Party other : List.copyOf(heardBy)) {
            other.setHears(this, false);
        }
        for (RecordingChannel recording : List.copyOf(recordings)) {
            recording.partyGone();
        }
        recordings.clear();
    }
}
