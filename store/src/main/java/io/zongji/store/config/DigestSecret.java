package io.zongji.store.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The HA1 values of SIP digest authentication: a hash of user, realm and password (RFC 7616, 3.4.2), in lower-case hex. */
public final class DigestSecret {

    private DigestSecret() {}

    public static String md5(String user, String realm, String password) {
        return hash("MD5", user, realm, password);
    }

    public static String sha256(String user, String realm, String password) {
        return hash("SHA-256", user, realm, password);
    }

    private static String hash(String algorithm, String user, String realm, String password) {
        try {
            byte[] text = (user + ":" + realm + ":" + password).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
