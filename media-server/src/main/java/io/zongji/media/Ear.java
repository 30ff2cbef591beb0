package io.zongji.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.rtp.IncomingPacket;
import io.zongji.media.rtp.RtpHeader;
import io.zongji.media.rtp.RtpLoop;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What reaches a party's phone as sound, from whichever source: forwarded packets, frames of a play or of a mix. */
final class Ear {
    private final RtpLoop loop;
    private final AudioLink link;
    private final Splice splice = new Splice();
    private final int[] played = new int[Codec.FRAME_SAMPLES];

    Ear(RtpLoop loop, AudioLink link) {
        this.loop = loop;
        this.link = link;
    }

    /** Forwards a packet whose codec passes as ours. The datagram's header may be changed, its payload is not. */
    void forward(Object from, Codec codec, IncomingPacket packet, ByteBuffer datagram, long now) {
        int units = codec.unitsOf(packet.payloadLength());
        if (!link.stream().forward(from, packet, datagram, link.agreement().payloadType(), units, now)) {
            return;
        }
        int start = packet.payloadOffset() - RtpHeader.SIZE;
        int end = packet.payloadOffset() + packet.payloadLength();
        Codec ours = link.agreement().codec();
        if (!ours.isG711() || end == packet.payloadOffset()) {
            splice.passed(from, 0, now);
            link.send(datagram, start, end);
        } else if (codec == ours && !splice.changes(from, now)) {
            splice.passed(from, ours.decode(datagram.get(end - 1)), now);
            link.send(datagram, start, end);
        } else {
            sendChanged(from, codec, datagram, start, end, now);
        }
    }

    /** Others may hear the same datagram: what is changed is a copy. */
    private void sendChanged(Object from, Codec codec, ByteBuffer datagram, int start, int end, long now) {
        Codec ours = link.agreement().codec();
        ByteBuffer packet = loop.outgoing();
        packet.put(0, datagram, start, end - start);
        if (codec != ours) {
            for (int i = RtpHeader.SIZE; i < end - start; i++) {
                packet.put(i, codec.transcode(packet.get(i)));
            }
        }
        splice.codes(from, ours, packet, RtpHeader.SIZE, end - start - RtpHeader.SIZE, now);
        link.send(packet, 0, end - start);
    }

    /** Takes the next frame of a play. While the phone may not be sent to, the play goes on unheard. */
    void play(Playout playout, long now) {
        Codec codec = link.agreement() == null ? Codec.PCMA : link.agreement().codec();
        Codec law = codec.isG711() ? codec : Codec.PCMA;
        ByteBuffer packet = loop.outgoing();
        playout.frame(law, packet, RtpHeader.SIZE);
        if (!link.maySend()) {
            return;
        }
        if (codec.isG711()) {
            sendOwn(playout, law, packet, now);
        } else {
            for (int i = 0; i < Codec.FRAME_SAMPLES; i++) {
                played[i] = law.decode(packet.get(RtpHeader.SIZE + i));
            }
            samples(playout, played, now);
        }
    }

    private void sendOwn(Object from, Codec law, ByteBuffer packet, long now) {
        splice.codes(from, law, packet, RtpHeader.SIZE, Codec.FRAME_SAMPLES, now);
        link.stream().ownFrame(packet, link.agreement().payloadType(), Codec.FRAME_SAMPLES, now);
        link.send(packet, 0, RtpHeader.SIZE + Codec.FRAME_SAMPLES);
    }

    /** Sends a frame of linear samples, which are changed; only to a phone that may be sent to. */
    void samples(Object from, int[] samples, long now) {
        splice.samples(from, samples, now);
        link.sendFrame(samples, now);
    }

    /** Nothing follows for now: what was heard last fades out, in one frame more. */
    void fallSilent(long now) {
        if (link.maySend() && splice.sounds(now)) {
            Arrays.fill(played, 0);
            samples(this, played, now);
        }
    }
}
