package io.zongji.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.prompt.EncodedPrompt;
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

    private final DigitInlet digitInlet = new DigitInlet(this::pressed);
    private final DigitOutlet digitOutlet;
    private final DigitCollector collector;
    private final List<Party> hears = new ArrayList<>(2);
    private final List<Party> heardBy = new ArrayList<>(2);
    private final List<RecordingChannel> recordings = new ArrayList<>(1);
    private RecordingChannel lastRecording;
    private final Mix mix = new Mix();
    private final Speech speech = new Speech();

    private final Ear ear;

    private Playout playout;
    private boolean ticking;
    /** Hears several, or one through a codec of another kind, or fades out the last but one of them. */
    private boolean mixing;
    /** The codec of who was heard last is of another kind than ours. */
    private boolean transcoding;

    /** The packets of the telephone event that is heard now pass. */
    private boolean passesEvent;

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
        this.digitOutlet = new DigitOutlet(loop, link);
        this.ear = new Ear(loop, link);
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
        digitOutlet.agreed();
        digitInlet.agreed();
    }

    // What comes from the phone

    @Override
    public void event(IncomingPacket packet, ByteBuffer datagram, long now) {
        digitInlet.event(packet, datagram, now);
        for (int i = 0; i < heardBy.size(); i++) {
            heardBy.get(i).hearEvent(this, packet, datagram, now);
        }
    }

    /** Digits that the signalling brought. */
    void signalled(String digits, long now) {
        digitInlet.signalled(digits, now);
    }

    private void pressed(char digit, DigitWay way, boolean isNew, long now) {
        if (isNew) {
            if (playout != null && playout.play().bargeIn()) {
                endPlay(Play.End.BARGE_IN, MediaFailure.NONE, now);
            }
            collector.digit(digit, now);
        }
        for (int i = 0; i < heardBy.size(); i++) {
            heardBy.get(i).hearDigit(digit, way, isNew);
        }
    }

    @Override
    public void audio(Codec codec, IncomingPacket packet, ByteBuffer datagram, long now) {
        if (neededLinear(codec)) {
            // Before anything is forwarded: forwarding may change the datagram.
            speech.decode(codec, packet, datagram);
        }
        if (!link.getsEvents()) {
            digitInlet.audio(packet, speech, now);
        }
        for (int i = 0; i < recordings.size(); i++) {
            recordings.get(i).put(packet, speech, now);
        }
        for (int i = 0; i < heardBy.size(); i++) {
            heardBy.get(i).hear(this, codec, packet, datagram, now);
        }
    }

    private boolean neededLinear(Codec codec) {
        boolean needed = !recordings.isEmpty() || !link.getsEvents();
        for (int i = 0; i < heardBy.size(); i++) {
            needed |= heardBy.get(i).mixes(codec);
        }
        return needed;
    }

    // What the phone hears

    /** Whether packets of a codec are not forwarded but decoded for this party; begins with the first that has to be. */
    private boolean mixes(Codec codec) {
        if (link.agreement() != null) {
            transcoding = !codec.passesAs(link.agreement().codec());
        }
        if (transcoding && !mixing) {
            mixing = true;
            startTicking();
        }
        return mixing;
    }

    private void hear(Party from, Codec codec, IncomingPacket packet, ByteBuffer datagram, long now) {
        if (mixing) {
            mix.put(from, packet.ssrc(), from.speech);
            return;
        }
        if (playout != null || digitOutlet.busy() || !link.maySend()) {
            return;
        }
        ear.forward(from, codec, packet, datagram, now);
    }

    private void hearEvent(Party from, IncomingPacket packet, ByteBuffer datagram, long now) {
        if (passesEvent
                && mayPass()
                && link.stream()
                        .forward(
                                from,
                                packet,
                                datagram,
                                link.agreement().eventPayloadType(),
                                link.agreement().codec().frameUnits(),
                                now)) {
            int start = packet.payloadOffset() - RtpHeader.SIZE;
            link.send(datagram, start, packet.payloadOffset() + packet.payloadLength());
        }
    }

    /** Whether telephone events can be forwarded; in a mix they cannot, nor to another codec's clock. */
    private boolean mayPass() {
        return !mixing && playout == null && !digitOutlet.busy() && link.maySend() && link.takesEvents();
    }

    /**
     * Somebody who is heard pressed a key. The packets of an event pass if they can, and tones in the audio are heard as
     * they are; else the digit is sent anew.
     */
    private void hearDigit(char digit, DigitWay way, boolean isNew) {
        passesEvent = way == DigitWay.EVENTS && isNew && mayPass();
        boolean heard = passesEvent || way == DigitWay.IN_BAND || playout != null;
        if (isNew && !heard && link.maySend()) {
            sendDigits(String.valueOf(digit));
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
        mixing = hears.size() > 1 || mixing && (mix.fading() || transcoding && !hears.isEmpty());
        ticking = !released && (playing || digitOutlet.busy() || mixing);
        if (!ticking) {
            return false;
        }
        // Taken even when something else is heard, so that the mix is not behind afterwards.
        int[] mixed = mixing ? mix.frame() : null;
        if (digitOutlet.busy() && link.maySend()) {
            digitOutlet.sendFrame(now);
        } else if (playing) {
            ear.play(playout, now);
        } else if (mixing && link.maySend()) {
            ear.samples(mix, mixed, now);
        }
        if (playing && playout.finished()) {
            endPlay(Play.End.END_OF_PLAY_LIST, MediaFailure.NONE, now);
        }
        return true;
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
        fadeOut(now);
    }

    /** What was heard last ends softly when nothing follows it at once. */
    private void fadeOut(long now) {
        if (hears.isEmpty() && playout == null && !mixing && !released) {
            ear.fallSilent(now);
        }
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

    void sendDigits(String digits) {
        digitOutlet.add(digits);
        startTicking();
    }

    void setHears(Party other, boolean hear, long now) {
        if (hear && !hears.contains(other)) {
            hears.add(other);
            other.heardBy.add(this);
        } else if (!hear && hears.remove(other)) {
            other.heardBy.remove(this);
            mix.remove(other);
            fadeOut(now);
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
        lastRecording = recording;
    }

    /** The channel of the last recording that ended; null if none has. */
    RecordingChannel lastRecording() {
        return lastRecording;
    }

    /** Leaves all joins and recordings; the caller closes the sockets. */
    void release(long now) {
        link.release(now);
        released = true;
        playout = null;
        for (Party other : List.copyOf(hears)) {
            setHears(other, false, now);
        }
        for (Party other : List.copyOf(heardBy)) {
            other.setHears(this, false, now);
        }
        for (RecordingChannel recording : List.copyOf(recordings)) {
            recording.partyGone();
        }
        recordings.clear();
    }
}
