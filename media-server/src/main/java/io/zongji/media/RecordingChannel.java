package io.zongji.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.recording.AudioTimeline;
import io.zongji.media.rtp.IncomingPacket;
import java.nio.ByteBuffer;

/** One party's channel of a recording. Used by the loop's thread. */
final class RecordingChannel {
    private final Recording recording;
    private final AudioTimeline timeline = new AudioTimeline();

    RecordingChannel(Recording recording) {
        this.recording = recording;
    }

    void put(Codec codec, IncomingPacket packet, ByteBuffer datagram, long now) {
        if (recording.listening()) {
            timeline.put(codec, packet, datagram, recording.position(now));
        }
    }

    AudioTimeline timeline() {
        return timeline;
    }

    void partyGone() {
        recording.partyGone();
    }
}
