package io.zongji.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.rtp.DtmfSender;
import io.zongji.media.rtp.RtpLoop;
import io.zongji.media.sdp.AudioAgreement;
import io.zongji.media.tone.DtmfTones;
import java.nio.ByteBuffer;

/**
 * Digits on their way to a phone: as telephone events if it takes them, else as tones. Asked once per frame; while it is
 * busy no other audio is sent. Used by the loop's thread.
 */
final class DigitOutlet {
    private final RtpLoop loop;
    private final AudioLink link;
    private final DtmfSender events = new DtmfSender();
    private final DtmfTones tones = new DtmfTones();
    private final int[] frame = new int[Codec.FRAME_SAMPLES];

    DigitOutlet(RtpLoop loop, AudioLink link) {
        this.loop = loop;
        this.link = link;
    }

    /** Adds digits; dropped while nothing is agreed with the phone. */
    void add(String digits) {
        if (link.takesEvents()) {
            events.add(digits);
        } else if (link.agreement() != null) {
            tones.add(digits);
        }
    }

    /** The phone agreed on something, maybe on another way. */
    void agreed() {
        if (link.takesEvents()) {
            tones.clear();
        } else {
            events.clear();
        }
    }

    boolean busy() {
        return events.busy() || tones.busy();
    }

    /** Only while busy, and to a phone that may be sent to. */
    void sendFrame(long now) {
        if (tones.busy()) {
            tones.next(frame);
            link.sendFrame(frame, now);
            return;
        }
        ByteBuffer packet = loop.outgoing();
        AudioAgreement agreement = link.agreement();
        int units = agreement.codec().frameUnits();
        int length = events.next(link.stream(), packet, agreement.eventPayloadType(), units, now);
        if (length > 0) {
            link.send(packet, 0, length);
        }
    }
}
