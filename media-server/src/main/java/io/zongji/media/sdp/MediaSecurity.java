package io.zongji.media.sdp;

import io.zongji.media.dtls.Fingerprint;
import io.zongji.media.sdp.SdpException.Kind;
import java.util.List;

/** How our one media line is secured, through all offers and answers of a session: what is taken, and what we write. */
final class MediaSecurity {
    private static final String OUR_MID = "0";

    private final SrtpPolicy policy;
    private final OurKeys keys = new OurKeys();
    private final BrowserTerms browser;
    private Security offered;

    /**
     * What we write.
     *
     * @param session    lines before the first media line
     * @param attributes lines of the media line
     */
    record Terms(String protocol, String session, String attributes, Protection protection) {}

    /**
     * @param ourCertificate null if browsers are not spoken with
     * @param publicHost     null if there is no other than the host
     */
    MediaSecurity(SrtpPolicy policy, Fingerprint ourCertificate, String host, String publicHost, int port) {
        this.policy = policy;
        this.browser = ourCertificate == null ? null : new BrowserTerms(ourCertificate, host, publicHost, port);
    }

    /** What was secure stays so. */
    Terms offer(PeerKind peer, AudioAgreement current) throws SdpException {
        Protection agreed = current == null ? new Protection.Plain() : current.protection();
        if (agreed instanceof Protection.Dtls || peer == PeerKind.BROWSER) {
            if (browser == null) {
                throw new SdpException(Kind.NOT_ACCEPTABLE, "Browsers are not spoken with");
            }
            offered = Security.HANDSHAKE;
            String attributes = browser.offer(OUR_MID, peer == PeerKind.BROWSER);
            return new Terms("UDP/TLS/RTP/SAVPF", BrowserTerms.session(OUR_MID), attributes, agreed);
        }
        offered = agreed instanceof Protection.Sdes ? Security.KEYS : policy.offered();
        String protocol = offered == Security.KEYS ? "RTP/SAVP" : "RTP/AVP";
        return new Terms(protocol, "", written(offered == Security.NONE ? List.of() : keys.offer()), agreed);
    }

    /** The line of an offer that is answered. */
    MediaLine best(List<MediaLine> media) throws SdpException {
        for (Security wanted : policy.order()) {
            for (MediaLine line : media) {
                if (line.isAudio() && of(line) == wanted) {
                    return line;
                }
            }
        }
        throw new SdpException(Kind.NOT_ACCEPTABLE, "No audio over RTP as we may speak it; secure RTP is " + policy);
    }

    Terms answer(MediaLine line) {
        if (of(line) == Security.HANDSHAKE) {
            String mid = line.attribute("mid");
            String ours = mid == null ? OUR_MID : mid;
            // Agreeing comes first: it may renew what is written.
            Protection protection = browser.agree(line);
            String attributes = browser.answer(ours);
            return new Terms(line.protocol(), BrowserTerms.session(ours), attributes, protection);
        }
        boolean wanted = of(line) == Security.KEYS || policy.wantsKeys();
        List<CryptoLine> theirs =
                CryptoLine.of(line).stream().limit(wanted ? 1 : 0).toList();
        Protection protection = theirs.isEmpty() ? new Protection.Plain() : keys.with(theirs.get(0));
        String attributes = written(theirs.stream().map(keys::answer).toList());
        return new Terms(line.protocol(), "", attributes, protection);
    }

    boolean isOfferPending() {
        return offered != null;
    }

    /** Whatever we offered is no more to be answered. */
    void offerIsOver() {
        offered = null;
    }

    /** Whether a line answers what we offered. */
    boolean isAnswer(MediaLine line) {
        Security given = of(line);
        return switch (offered) {
            case HANDSHAKE, KEYS -> given == offered;
            case NONE, OPTIONAL_KEYS -> given == Security.NONE || given == Security.OPTIONAL_KEYS;
        };
    }

    Protection accept(MediaLine line) throws SdpException {
        if (offered == Security.HANDSHAKE) {
            return browser.accept(line);
        }
        CryptoLine theirs = CryptoLine.of(line).stream()
                .filter(crypto -> offered != Security.NONE && keys.offered(crypto))
                .findFirst()
                .orElse(null);
        if (theirs == null && offered == Security.KEYS) {
            throw new SdpException(Kind.NOT_ACCEPTABLE, "The answer has no key for what was offered");
        }
        return theirs == null ? new Protection.Plain() : keys.with(theirs);
    }

    /** What a media line offers, or null if it is nothing we know. */
    private Security of(MediaLine line) {
        if (browser != null && BrowserTerms.isUsable(line)) {
            return Security.HANDSHAKE;
        }
        boolean hasKeys = !CryptoLine.of(line).isEmpty();
        return switch (line.protocol()) {
            case "RTP/AVP", "RTP/AVPF" -> hasKeys ? Security.OPTIONAL_KEYS : Security.NONE;
            case "RTP/SAVP", "RTP/SAVPF" -> hasKeys ? Security.KEYS : null;
            default -> null;
        };
    }

    private static String written(List<CryptoLine> cryptos) {
        StringBuilder attributes = new StringBuilder();
        cryptos.forEach(crypto -> attributes.append(crypto.attribute()));
        return attributes.toString();
    }
}
