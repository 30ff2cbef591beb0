package io.zongji.media;

import io.zongji.media.dtls.SrtpKeys;
import io.zongji.media.sdp.Protection;
import io.zongji.media.srtp.SrtpReceiver;
import io.zongji.media.srtp.SrtpSender;
import java.nio.ByteBuffer;

/**
 * Protects the packets of one connection as it was agreed; plain ones pass as they are. While keys are agreed on but not made
 * yet nothing passes. A renewed agreement on the same keys goes on where the streams are. Used on the loop's thread.
 */
final class PacketGuard {
    private Protection agreed = new Protection.Plain();
    private SrtpSender sender;
    private SrtpReceiver receiver;
    private boolean plain = true;

    void agree(Protection protection) {
        plain = protection instanceof Protection.Plain;
        if (protection instanceof Protection.Sdes sdes) {
            agreeOnKeys(sdes);
        } else if (!isSameCertificate(protection)) {
            sender = null;
            receiver = null;
        }
        agreed = protection;
    }

    private void agreeOnKeys(Protection.Sdes sdes) {
        Protection.Sdes before = agreed instanceof Protection.Sdes old && old.profile() == sdes.profile() ? old : null;
        if (before == null || !before.ours().equals(sdes.ours())) {
            sender = new SrtpSender(sdes.profile(), sdes.ours());
        }
        if (before == null || !before.theirs().equals(sdes.theirs())) {
            receiver = new SrtpReceiver(sdes.profile(), sdes.theirs());
        }
    }

    private boolean isSameCertificate(Protection protection) {
        return agreed instanceof Protection.Dtls before
                && protection instanceof Protection.Dtls now
                && before.certificate().equals(now.certificate());
    }

    /** Takes what a handshake made, in which we were the server. */
    void use(SrtpKeys keys) {
        sender = new SrtpSender(keys.profile(), keys.server());
        receiver = new SrtpReceiver(keys.profile(), keys.client());
    }

    /** @return the length of the plain packet, which begins at index 0; -1 if it is not what it should be */
    int open(ByteBuffer datagram, int length) {
        if (plain) {
            return length;
        }
        return receiver == null ? -1 : receiver.open(datagram, length);
    }

    /** @return what to send instead of the packet between start and end, valid until the next use; null if nothing */
    ByteBuffer seal(ByteBuffer packet, int start, int end) {
        if (plain) {
            return packet.limit(end).position(start);
        }
        return sender == null ? null : sender.seal(packet, start, end);
    }

    /** As {@link #open}, of RTCP. */
    int openControl(ByteBuffer datagram, int length) {
        if (plain) {
            return length;
        }
        return receiver == null ? -1 : receiver.openControl(datagram, length);
    }

    /** As {@link #seal}, of RTCP. */
    ByteBuffer sealControl(ByteBuffer packet, int start, int end) {
        if (plain) {
            return packet.limit(end).position(start);
        }
        return sender == null ? null : sender.sealControl(packet, start, end);
    }
}
