package io.zongji.ra.sip.auth;

import java.io.Serializable;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.Header;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * Our answer to a peer that asks who we are (RFC 3261, 22; RFC 7616, 3.4). Once asked, the later requests of a dialog bring
 * it along: a BYE that is turned away for want of it would leave the peer's side up. Immutable.
 *
 * @param proxy whether a proxy on the way has asked
 * @param qop   whether the peer wants {@code qop=auth}; else the older form is used
 * @param count how often the nonce was used
 */
public record DigestAnswer(
        boolean proxy, String realm, String nonce, String opaque, DigestAlgorithm algorithm, boolean qop, int count)
        implements Serializable {

    /** Empty when the response asks for nothing that we can answer. The strongest of what it offers is taken. */
    public static Optional<DigestAnswer> to(Response challenge) {
        boolean proxy = challenge.getStatusCode() == Response.PROXY_AUTHENTICATION_REQUIRED;
        String name = proxy ? ProxyAuthenticateHeader.NAME : WWWAuthenticateHeader.NAME;
        return headers(challenge, name)
                .filter(header -> header.getScheme().equalsIgnoreCase("Digest"))
                .filter(header -> header.getNonce() != null && header.getRealm() != null)
                .filter(header -> DigestAlgorithm.of(header.getAlgorithm()) != null)
                .filter(header -> header.getQop() == null || offersAuth(header.getQop()))
                .map(header -> new DigestAnswer(
                        proxy,
                        header.getRealm(),
                        header.getNonce(),
                        header.getOpaque(),
                        DigestAlgorithm.of(header.getAlgorithm()),
                        header.getQop() != null,
                        0))
                .max(Comparator.comparing(DigestAnswer::algorithm));
    }

    /** Whether the peer only wants another nonce, the credentials being right. */
    public static boolean isStale(Response challenge) {
        return Stream.concat(
                        headers(challenge, ProxyAuthenticateHeader.NAME),
                        headers(challenge, WWWAuthenticateHeader.NAME))
                .anyMatch(WWWAuthenticateHeader::isStale);
    }

    private static Stream<WWWAuthenticateHeader> headers(Response response, String name) {
        List<WWWAuthenticateHeader> found = new ArrayList<>();
        for (Iterator<?> headers = response.getHeaders(name); headers.hasNext(); ) {
            found.add((WWWAuthenticateHeader) headers.next());
        }
        return found.stream();
    }

    private static boolean offersAuth(String qop) {
        return Stream.of(qop.split(",")).anyMatch(offer -> offer.strip().equalsIgnoreCase("auth"));
    }

    /** The same answer for the next request. */
    public DigestAnswer next() {
        return new DigestAnswer(proxy, realm, nonce, opaque, algorithm, qop, count + 1);
    }

    /** Puts the credentials into a request; {@link #next} must have been called for it. */
    public void addTo(Request request, String user, String password, HeaderFactory headers) throws ParseException {
        AuthorizationHeader header =
                proxy ? headers.createProxyAuthorizationHeader("Digest") : headers.createAuthorizationHeader("Digest");
        header.setUsername(user);
        header.setRealm(realm);
        header.setNonce(nonce);
        header.setURI(request.getRequestURI());
        header.setAlgorithm(algorithm.token());
        if (opaque != null) {
            header.setOpaque(opaque);
        }
        String clientNonce = null;
        if (qop) {
            clientNonce = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            header.setQop("auth");
            header.setCNonce(clientNonce);
            header.setNonceCount(count);
        }
        header.setResponse(algorithm.response(
                algorithm.ha1(user, realm, password),
                request.getMethod(),
                request.getRequestURI().toString(),
                nonce,
                String.format("%08x", count),
                clientNonce,
                qop ? "auth" : null));
        request.removeHeader(((Header) header).getName());
        request.addHeader(header);
    }
}
