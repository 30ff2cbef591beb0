package io.zongji.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.rtp.RtpHeader;
import io.zongji.media.tone.Tone;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What networks and phones do to a stream of packets: when each packet of four seconds of a tone is sent, if at all. */
enum UnevenNetwork {
    LOSS,
    REORDERING,
    DUPLICATION,
    JITTER,
    /** What a clock that is 200 ppm fast or slow does in six minutes happens in four seconds. */
    FAST_CLOCK,
    SLOW_CLOCK,
    NEW_SSRC,
    WRAP,
    BURST,
    SILENCE_SUPPRESSION;

    static final double HERTZ = 600;
    static final int FRAMES = 200;

    private static final int FRAME_MILLIS = 20;
    private static final int PAUSE_FROM = 80;
    private static final int PAUSE_TO = 120;

    /** A packet and the moment, in milliseconds from the beginning, when it is sent. */
    record Sent(double at, byte[] packet) {}

    /** The packets in the order of sending. */
    List<Sent> packets() {
        Random random = new Random(ordinal());
        Tone tone = new Tone(HERTZ, 8000);
        List<Sent> packets = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            byte[] codes = Codec.PCMA.encode(tone.samples(Codec.FRAME_SAMPLES));
            if (!isLeftOut(i, random)) {
                byte[] packet = packet(i, codes);
                packets.add(new Sent(at(i, random), packet));
                if (this == DUPLICATION && i % 3 == 0) {
                    packets.add(new Sent(at(i, random) + 7, packet));
                }
            }
        }
        packets.sort(Comparator.comparingDouble(Sent::at));
        return packets;
    }

    /** How many frames there are to be heard. */
    int heardAtMost() {
        return this == SILENCE_SUPPRESSION ? FRAMES - (PAUSE_TO - PAUSE_FROM) : FRAMES;
    }

    private boolean isLeftOut(int frame, Random random) {
        return this == LOSS && random.nextInt(20) == 0
                || this == SILENCE_SUPPRESSION && frame >= PAUSE_FROM && frame < PAUSE_TO;
    }

    private double at(int frame, Random random) {
        double due = frame * FRAME_MILLIS;
        return switch (this) {
            case REORDERING -> frame % 7 == 3 ? due + 2.25 * FRAME_MILLIS : due;
            case JITTER -> due + random.nextInt(40);
            case FAST_CLOCK -> due * 0.98;
            case SLOW_CLOCK -> due * 1.02;
            case BURST -> frame >= 100 && frame < 110 ? 110 * FRAME_MILLIS : due;
            default -> due;
        };
    }

    private byte[] packet(int frame, byte[] codes) {
        boolean changed = this == NEW_SSRC && frame >= FRAMES / 2;
        int first = this == WRAP ? 65_436 : changed ? 7 : 1000;
        int firstTimestamp = this == WRAP ? -100 * Codec.FRAME_SAMPLES : changed ? 1_900_000_000 : 0;
        boolean marker = this == SILENCE_SUPPRESSION && frame == PAUSE_TO;
        int left = this == SILENCE_SUPPRESSION && frame >= PAUSE_TO ? PAUSE_TO - PAUSE_FROM : 0;
        ByteBuffer packet = ByteBuffer.allocate(RtpHeader.SIZE + codes.length);
        RtpHeader.write(
                packet,
                0,
                Codec.PCMA.payloadType(),
                marker,
                (first + frame - left) & 0xFFFF,
                firstTimestamp + frame * Codec.FRAME_SAMPLES,
                changed ? 22 : 11);
        return packet.put(RtpHeader.SIZE, codes).array();
    }
}
