package io.zongji.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Answers digest challenges (RFC 2617, RFC 8760) with a phone's password. */
final class DigestClient {

    private final SipMessages messages;
    private final PhoneAccount account;

    DigestClient(SipMessages messages, PhoneAccount account) {
        this.messages = messages;
        this.account = account;
    }

    static boolean isChallenge(Response response) {
        return response.getStatusCode() == Response.UNAUTHORIZED
                || response.getStatusCode() == Response.PROXY_AUTHENTICATION_REQUIRED;
    }

    /**
     * Adds credentials to the repeated request.
     *
     * @return false if there is no password or no challenge that can be answered
     */
    boolean authorize(Request request, Response response) throws ParseException {
        Optional<WWWAuthenticateHeader> challenge = challenge(response);
        if (account.password() == null || challenge.isEmpty()) {
            return false;
        }
        request.setHeader(credentials(request, challenge.get(), response.getStatusCode()));
        return true;
    }

    private Optional<WWWAuthenticateHeader> challenge(Response response) {
        boolean proxy = response.getStatusCode() == Response.PROXY_AUTHENTICATION_REQUIRED;
        Iterator<?> headers = response.getHeaders(proxy ? ProxyAuthenticateHeader.NAME : WWWAuthenticateHeader.NAME);
        while (headers.hasNext()) {
            WWWAuthenticateHeader header = (WWWAuthenticateHeader) headers.next();
            if (jceName(header.getAlgorithm()) != null) {
                return Optional.of(header);
            }
        }
        return Optional.empty();
    }

    private AuthorizationHeader credentials(Request request, WWWAuthenticateHeader challenge, int status)
            throws ParseException {
        AuthorizationHeader header = status == Response.UNAUTHORIZED
                ? messages.headers().createAuthorizationHeader("Digest")
                : messages.headers().createProxyAuthorizationHeader("Digest");
        String uri = request.getRequestURI().toString();
        header.setUsername(account.user());
        header.setRealm(challenge.getRealm());
        header.setNonce(challenge.getNonce());
        header.setURI(request.getRequestURI());
        if (challenge.getAlgorithm() != null) {
            header.setAlgorithm(challenge.getAlgorithm());
        }
        if (challenge.getOpaque() != null) {
            header.setOpaque(challenge.getOpaque());
        }
        String hash = jceName(challenge.getAlgorithm());
        String ha1 = hash(hash, account.user() + ":" + challenge.getRealm() + ":" + account.password());
        String ha2 = hash(hash, request.getMethod() + ":" + uri);
        if (challenge.getQop() == null) {
            header.setResponse(hash(hash, ha1 + ":" + challenge.getNonce() + ":" + ha2));
        } else {
            String nonce = SipMessages.newTag();
            header.setQop("auth");
            header.setCNonce(nonce);
            header.setNonceCount(1);
            header.setResponse(hash(hash, ha1 + ":" + challenge.getNonce() + ":00000001:" + nonce + ":auth:" + ha2));
        }
        return header;
    }

    private static String jceName(String algorithm) {
        if (algorithm == null || algorithm.equalsIgnoreCase("MD5")) {
            return "MD5";
        }
        return algorithm.equalsIgnoreCase("SHA-256") ? "SHA-256" : null;
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
