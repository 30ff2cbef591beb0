package io.zongji.media;

import io.zongji.media.sdp.Protection;
import io.zongji.media.srtp.SrtpReceiver;
import io.zongji.media.srtp.SrtpSender;
import java.nio.ByteBuffer;

/**
 * Protects the packets of one connection as it was agreed; plain ones pass as they are. A renewed agreement on the same keys
 * goes on where the streams are. Used on the loop's thread.
 */
final class PacketGuard {
    private Protection.Sdes agreed;
    private SrtpSender sender;
    private SrtpReceiver receiver;

    void agree(Protection protection) {
        if (protection instanceof Protection.Sdes sdes) {
            boolean sameProfile = agreed != null && agreed.profile() == sdes.profile();
            if (!sameProfile || !agreed.ours().equals(sdes.ours())) {
                sender = new SrtpSender(sdes.profile(), sdes.ours());
            }
            if (!sameProfile || !agreed.theirs().equals(sdes.theirs())) {
                receiver = new SrtpReceiver(sdes.profile(), sdes.theirs());
            }
            agreed = sdes;
        } else {
            agreed = null;
            sender = null;
            receiver = null;
        }
    }

    /** @return the length of the plain packet, which begins at index 0; -1 if it is not what it should be */
    int open(ByteBuffer datagram, int length) {
        return receiver == null ? length : receiver.open(datagram, length);
    }

    /** @return what to send instead of the packet between start and end, valid until the next use; null if nothing */
    ByteBuffer seal(ByteBuffer packet, int start, int end) {
        return sender == null ? packet.limit(end).position(start) : sender.seal(packet, start, end);
    }

    /** As {@link #open}, of RTCP. */
    int openControl(ByteBuffer datagram, int length) {
        return receiver == null ? length : receiver.openControl(datagram, length);
    }

    /** As {@link #seal}, of RTCP. */
    ByteBuffer sealControl(ByteBuffer packet, int start, int end) {
        return sender == null ? packet.limit(end).position(start) : sender.sealControl(packet, start, end);
    }
}
