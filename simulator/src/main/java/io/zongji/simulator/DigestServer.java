package io.zongji.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.ProxyAuthorizationHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Asks who calls, as carriers do (RFC 3261, 22.3). */
final class DigestServer {

    private static final String REALM = "carrier";

    private final SipMessages messages;
    private final String user;
    private final String password;
    private final List<String> algorithms;
    private final boolean once;
    private int nonces;
    private boolean stale;

    /**
     * @param algorithms that are offered, each in a challenge of its own
     * @param stale      the first right answer comes too late
     * @param once       every request is asked anew
     */
    DigestServer(
            SipMessages messages, String user, String password, List<String> algorithms, boolean stale, boolean once) {
        this.messages = messages;
        this.user = user;
        this.password = password;
        this.algorithms = algorithms;
        this.stale = stale;
        this.once = once;
    }

    boolean accepts(Request request) {
        ProxyAuthorizationHeader given = (ProxyAuthorizationHeader) request.getHeader(ProxyAuthorizationHeader.NAME);
        if (given == null || !nonce().equals(given.getNonce()) || !user.equals(given.getUsername())) {
            return false;
        }
        String ha1 = hash(given.getAlgorithm(), user + ":" + REALM + ":" + password);
        String ha2 = hash(given.getAlgorithm(), request.getMethod() + ":" + given.getURI());
        String count = String.format("%08x", given.getNonceCount());
        String right = hash(
                given.getAlgorithm(),
                ha1 + ":" + nonce() + ":" + count + ":" + given.getCNonce() + ":" + given.getQop() + ":" + ha2);
        boolean known = right.equals(given.getResponse());
        boolean accepted = known && !stale;
        if (accepted && once) {
            nonces++;
        }
        return accepted;
    }

    Response challenge(Request request) throws ParseException {
        boolean answered = request.getHeader(ProxyAuthorizationHeader.NAME) != null;
        boolean late = stale && answered;
        if (late) {
            stale = false;
            nonces++;
        }
        Response response = messages.response(Response.PROXY_AUTHENTICATION_REQUIRED, request);
        for (String algorithm : algorithms) {
            messages.addHeader(
                    response,
                    ProxyAuthenticateHeader.NAME,
                    "Digest realm=\"" + REALM + "\", nonce=\"" + nonce() + "\", algorithm=" + algorithm
                            + ", qop=\"auth,auth-int\", opaque=\"o\"" + (late ? ", stale=true" : ""));
        }
        return response;
    }

    private String nonce() {
        return "nonce-" + nonces;
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JRE has " + algorithm, e);
        }
    }
}
