package io.zongji.ra.sip.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A hash of digest authentication, by its name on the wire; hex in lower case. */
public enum DigestAlgorithm {
    /** Understood by every phone. */
    MD5("MD5"),
    /** RFC 8760; to be preferred where the phone can. */
    SHA_256("SHA-256");

    private final String token;

    DigestAlgorithm(String token) {
        this.token = token;
    }

    /** The name in the {@code algorithm} parameter, which is also the JCA name. */
    public String token() {
        return token;
    }

    /** What is stored instead of a password: the hash of user, realm and password. */
    public String ha1(String user, String realm, String password) {
        return hash(user + ":" + realm + ":" + password);
    }

    /** The {@code response} of a client; {@code qop} null for RFC 2069 clients, which send no {@code nc} and {@code cnonce}. */
    String response(String ha1, String method, String uri, String nonce, String nc, String cnonce, String qop) {
        String ha2 = hash(method + ":" + uri);
        return qop == null
                ? hash(ha1 + ":" + nonce + ":" + ha2)
                : hash(ha1 + ":" + nonce + ":" + nc + ":" + cnonce + ":" + qop + ":" + ha2);
    }

    private String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance(token).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JRE has " + token, e);
        }
    }

    /** Null for one that we do not know; an absent parameter means MD5. */
    static DigestAlgorithm of(String token) {
        if (token == null) {
            return MD5;
        }
        for (DigestAlgorithm algorithm : values()) {
            if (algorithm.token.equalsIgnoreCase(token)) {
                return algorithm;
            }
        }
        return null;
    }
}
