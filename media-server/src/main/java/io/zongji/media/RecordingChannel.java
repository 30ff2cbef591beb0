package io.zongji.media;

import io.zongji.media.recording.AudioTimeline;
import io.zongji.media.rtp.IncomingPacket;

/** One party's channel of a recording. Used by the loop's thread. */
final class RecordingChannel {
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

    AudioTimeline timeline() {
        return timeline;
    }

    void partyGone() {
        recording.partyGone();
    }
}
