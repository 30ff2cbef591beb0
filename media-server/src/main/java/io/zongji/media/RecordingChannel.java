package io.zongji.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.recording.AudioTimeline;
import io.zongji.media.rtp.IncomingPacket;

/** One party's channel of a recording. Used by the loop's thread. */
final class RecordingChannel {
    /** Two parts of a recording that are a frame apart are one after the other without a gap. */
    private static final int JOINT = Codec.FRAME_SAMPLES;

    private final Recording recording;
    private final AudioTimeline timeline = new AudioTimeline();

    RecordingChannel(Recording recording) {
        this.recording = recording;
    }

    void put(IncomingPacket packet, Speech speech, long now) {
        if (recording.listening()) {
            timeline.put(packet, speech.timestamp(), speech.samples(), speech.count(), recording.position(now));
        }
    }

    /**
     * Goes on where another recording of the same party was left a moment ago.
     *
     * @param before null if there was none
     */
    void follow(RecordingChannel before, long now) {
        if (before != null && before.recording.position(now) - before.timeline.taken() < JOINT) {
            timeline.follow(before.timeline);
        }
    }

    AudioTimeline timeline() {
        return timeline;
    }

    void partyGone() {
        recording.partyGone();
    }
}
