package io.zongji.media.sdp;

import io.zongji.media.dtls.Fingerprint;
import io.zongji.media.ice.IceCredentials;
import java.util.Optional;

/**
 * What descriptions of a browser leg say of paths and keys: we are the lite side of ICE with one address, or with one
 * for inside and one for outside, and the server of the handshake. New credentials of the browser are a restart, which gets new ones of ours (RFC 8445, 9).
 */
final class BrowserTerms {
    /** Of a host, and of RTP (RFC 8445, 5.1.2.1). */
    private static final long FIRST_PRIORITY = 2_130_706_431L;

    private final Fingerprint ourCertificate;
    private final String host;
    private final String publicHost;
    private final int port;
    private IceCredentials ours = IceCredentials.random();
    /** What an offer of ours says that is not answered yet; until then the old path serves. */
    private IceCredentials offered = ours;

    private IceCredentials theirs;

    /** @param publicHost null if there is no other than the host */
    BrowserTerms(Fingerprint ourCertificate, String host, String publicHost, int port) {
        this.ourCertificate = ourCertificate;
        this.host = host;
        this.publicHost = publicHost;
        this.port = port;
    }

    /** Whether a line holds all that is needed, and lets us be the server. */
    static boolean isUsable(MediaLine line) {
        boolean protocol = line.protocol().equals("UDP/TLS/RTP/SAVPF")
                || line.protocol().equals("UDP/TLS/RTP/SAVP")
                || line.protocol().equals("RTP/SAVPF");
        return protocol
                && credentials(line).isPresent()
                && certificate(line).isPresent()
                && !line.attributes("setup").contains("passive");
    }

    Protection.Dtls agree(MediaLine line) {
        IceCredentials given = credentials(line).orElseThrow();
        if (theirs != null && !theirs.equals(given)) {
            ours = IceCredentials.random();
        }
        theirs = given;
        return new Protection.Dtls(ours, theirs, certificate(line).orElseThrow());
    }

    /** As {@link #agree}, when the line answers our offer: what we said in it stands. */
    Protection.Dtls accept(MediaLine line) {
        ours = offered;
        theirs = credentials(line).orElseThrow();
        return new Protection.Dtls(ours, theirs, certificate(line).orElseThrow());
    }

    /** What goes before the first media line. */
    static String session(String mid) {
        return "a=group:BUNDLE " + mid + "\r\na=ice-lite\r\n";
    }

    /** @param anew for a page that has not spoken on this leg: after another one this is a restart */
    String offer(String mid, boolean anew) {
        offered = anew && theirs != null ? IceCredentials.random() : ours;
        return attributes(mid, "actpass", offered);
    }

    /** What answers a line that was agreed on. */
    String answer(String mid) {
        return attributes(mid, "passive", ours);
    }

    /** @param setup {@code actpass} in an offer, {@code passive} in an answer (RFC 5763, 5) */
    private String attributes(String mid, String setup, IceCredentials credentials) {
        return "a=mid:" + mid + "\r\na=rtcp-mux\r\na=msid:zongji audio\r\na=ice-ufrag:" + credentials.fragment()
                + "\r\na=ice-pwd:" + credentials.password() + "\r\na=fingerprint:" + ourCertificate.attribute()
                + "\r\na=setup:" + setup + candidate(1, host)
                + (publicHost == null || publicHost.equals(host) ? "" : candidate(2, publicHost))
                + "\r\na=end-of-candidates\r\n";
    }

    /**
     * A firewall maps the port of the public address to that of the other, so for the browser both are hosts (RFC 8445, 5.1.1);
     * what is inside is tried first.
     */
    private String candidate(int number, String address) {
        long priority = FIRST_PRIORITY - ((number - 1L) << 8);
        return "\r\na=candidate:" + number + " 1 udp " + priority + " " + address + " " + port + " typ host";
    }

    private static Optional<Fingerprint> certificate(MediaLine line) {
        return line.attributes("fingerprint").stream()
                .flatMap(value -> Fingerprint.read(value).stream())
                .findFirst();
    }

    private static Optional<IceCredentials> credentials(MediaLine line) {
        String fragment = line.attribute("ice-ufrag");
        String password = line.attribute("ice-pwd");
        return fragment == null || password == null ? Optional.empty() : IceCredentials.read(fragment, password);
    }
}
