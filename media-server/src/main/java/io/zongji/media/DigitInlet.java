package io.zongji.media;

import io.zongji.media.rtp.DtmfReceiver;
import io.zongji.media.rtp.IncomingPacket;
import io.zongji.media.tone.DtmfDetector;
import java.nio.ByteBuffer;

/** Finds out which keys a phone presses, by whichever way it tells them. Used by the loop's thread. */
final class DigitInlet {
    private final Keyboard keyboard;
    private final DtmfReceiver events = new DtmfReceiver();
    private final DigitWay.Shown shown = new DigitWay.Shown();
    /** Made with the first audio that is listened to. */
    private DtmfDetector tones;

    /** Takes the presses. */
    @FunctionalInterface
    interface Keyboard {
        /** @param isNew false if the press was known before by another way */
        void pressed(char digit, DigitWay way, boolean isNew, long now);
    }

    DigitInlet(Keyboard keyboard) {
        this.keyboard = keyboard;
    }

    /** The phone agreed on something, maybe on another way. */
    void agreed() {
        shown.forget();
        tones = null;
    }

    void event(IncomingPacket packet, ByteBuffer datagram, long now) {
        char digit = events.receive(packet, datagram, now);
        if (digit != 0) {
            pressed(digit, DigitWay.EVENTS, now);
        }
    }

    void signalled(String digits, long now) {
        for (char digit : digits.toCharArray()) {
            pressed(digit, DigitWay.SIGNALLED, now);
        }
    }

    void audio(IncomingPacket packet, Speech said, long now) {
        if (tones == null) {
            tones = new DtmfDetector();
        }
        tones.put(packet.sequence(), said.timestamp(), said.samples(), said.count());
        for (char digit = tones.next(); digit != 0; digit = tones.next()) {
            pressed(digit, DigitWay.IN_BAND, now);
        }
    }

    private void pressed(char digit, DigitWay way, long now) {
        keyboard.pressed(digit, way, shown.isNew(digit, way, now), now);
    }
}
