package io.zongji.media.rtp;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Decides whose packets belong to a party (symmetric RTP with a guard). Until something is learned, packets go to the
 * signalled address. The first valid packets decide: from exactly there at once; from the same host and another port, or
 * from another host while the signalled one is a private address behind a NAT, or from this machine, where a softphone
 * signals the network's address but sends from the loopback's, after three in sequence. Afterwards only that source counts;
 * only the exact signalled address may still take over, and, once the party fell silent, another port of the same host, as
 * after a NAT forgot its mapping. Used by one thread.
 */
public final class SourceLatch {
    private static final int PROBATION = 3;

    private InetSocketAddress signalled;
    private InetSocketAddress latched;
    private InetSocketAddress candidate;
    private int candidateSsrc;
    private int candidateSequence;
    private int candidateCount;
    private boolean silent;

    /** Sets where the party said that it is; a changed address forgets what was learned. */
    public void signalled(InetSocketAddress address) {
        if (!address.equals(signalled)) {
            signalled = address;
            latched = null;
            candidate = null;
        }
    }

    /** Nothing came for long: the source may have moved to another port. */
    public void fellSilent() {
        silent = true;
    }

    /** Where to send; null before anything was signalled. */
    public InetSocketAddress target() {
        return latched != null ? latched : signalled;
    }

    /** Whether a valid packet of a negotiated type from this source belongs to the party. */
    public boolean accept(InetSocketAddress source, int ssrc, int sequence) {
        if (source.equals(latched)) {
            silent = false;
            return true;
        }
        if (signalled == null) {
            return false;
        }
        if (source.equals(signalled)) {
            latched = signalled;
            return true;
        }
        if (!plausible(source)) {
            return false;
        }
        return onProbation(source, ssrc, sequence);
    }

    private boolean plausible(InetSocketAddress source) {
        if (latched != null) {
            return silent && source.getAddress().equals(latched.getAddress());
        }
        InetAddress host = signalled.getAddress();
        return source.getAddress().equals(host)
                || isPrivate(host)
                || source.getAddress().isLoopbackAddress();
    }

    private boolean onProbation(InetSocketAddress source, int ssrc, int sequence) {
        boolean goesOn = source.equals(candidate)
                && ssrc == candidateSsrc
                && (short) (sequence - candidateSequence) > 0
                && (short) (sequence - candidateSequence) < 10;
        candidateCount = goesOn ? candidateCount + 1 : 1;
        candidate = source;
        candidateSsrc = ssrc;
        candidateSequence = sequence;
        if (candidateCount >= PROBATION) {
            latched = source;
            silent = false;
            return true;
        }
        return false;
    }

    private static boolean isPrivate(InetAddress host) {
        byte[] bytes = host.getAddress();
        boolean carrierNat = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        return host.isSiteLocalAddress() || host.isLinkLocalAddress() || carrierNat || uniqueLocal;
    }
}
