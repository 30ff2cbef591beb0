package io.zongji.media;

import io.zongji.media.dtls.DtlsAssociation;
import io.zongji.media.dtls.DtlsHandshakes;
import io.zongji.media.dtls.SrtpKeys;
import io.zongji.media.ice.IceLite;
import io.zongji.media.rtp.RtpLoop;
import io.zongji.media.sdp.Protection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The far side of a leg when it is a browser: its paths are found by ICE, its keys made by DTLS, over the one socket that
 * media uses. Nothing is sent to where no authentic check came from, so that a stranger cannot aim us at others. Used on
 * the loop's thread.
 */
final class BrowserLink {
    private static final Logger log = LoggerFactory.getLogger(BrowserLink.class);

    private final String id;
    private final RtpLoop loop;
    private final DatagramChannel channel;
    private final DtlsHandshakes handshakes;
    private final Consumer<SrtpKeys> keys;
    private final IceLite ice = new IceLite();
    private Protection.Dtls agreed;
    private DtlsAssociation association;
    /** Where the browser shakes hands from: a path that a check has shown, nominated or not yet. */
    private InetSocketAddress shakesFrom;

    /** @param keys takes what a handshake yields, on the loop's thread */
    BrowserLink(String id, RtpLoop loop, DatagramChannel channel, DtlsHandshakes handshakes, Consumer<SrtpKeys> keys) {
        this.id = id;
        this.loop = loop;
        this.channel = channel;
        this.handshakes = handshakes;
        this.keys = keys;
    }

    /**
     * Another certificate is another browser, or the same after a reload: it needs keys of its own. Without a handshake
     * agreed on there is no browser.
     */
    void agree(Protection protection) {
        if (!(protection instanceof Protection.Dtls dtls)) {
            close();
            return;
        }
        ice.agree(dtls.ours(), dtls.theirs());
        if (agreed == null || !agreed.certificate().equals(dtls.certificate())) {
            close();
            association = associate(dtls);
        }
        agreed = dtls;
    }

    private void close() {
        if (association != null) {
            association.close();
            association = null;
        }
        shakesFrom = null;
        agreed = null;
    }

    /** Whether the far side is a browser. */
    boolean isActive() {
        return agreed != null;
    }

    private DtlsAssociation associate(Protection.Dtls protection) {
        return handshakes.associate(
                id,
                protection.certificate(),
                datagram -> loop.execute(() -> send(ByteBuffer.wrap(datagram), shakesFrom)),
                made -> loop.execute(() -> {
                    if (agreed != null && agreed.certificate().equals(protection.certificate())) {
                        ice.prove(shakesFrom);
                        keys.accept(made);
                    }
                }));
    }

    /** Whether the datagram is of STUN or DTLS; it has then been taken. */
    boolean takes(InetSocketAddress from, ByteBuffer datagram, int length, long now) {
        if (IceLite.isStun(datagram, length)) {
            send(ice.received(from, datagram, length, now), from);
            return true;
        }
        if (DtlsAssociation.isDtls(datagram, length)) {
            if (ice.isValidated(from)) {
                shakesFrom = from;
                association.received(datagram, length);
            }
            return true;
        }
        return false;
    }

    boolean isValidated(InetSocketAddress from) {
        return ice.isValidated(from);
    }

    /** Where to send; null if there is no path. */
    InetSocketAddress target(long now) {
        return ice.target(now);
    }

    private void send(ByteBuffer datagram, InetSocketAddress to) {
        if (datagram == null || to == null || !channel.isOpen()) {
            return;
        }
        try {
            channel.send(datagram, to);
        } catch (IOException e) {
            log.debug("Connection {} cannot send to {}: {}", id, to, e.getMessage());
        }
    }
}
