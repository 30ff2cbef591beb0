package io.zongji.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token as a program presents it (RFC 6750): {@code zj_<id>_<secret>}. Its text never shows in logs: {@link #toString} has
 * the id only.
 *
 * @param id     names the token; no secret
 * @param secret 256 random bits
 */
public record ApiToken(String id, String secret) {
    private static final Pattern TEXT = Pattern.compile("zj_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final String SCHEME = "Bearer ";
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    /** A token that nobody has yet. */
    public static ApiToken fresh(SecureRandom random) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return new ApiToken(
                HexFormat.of().formatHex(id),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Empty when it looks like no token of ours; null is no token either. */
    public static Optional<ApiToken> read(String text) {
        Matcher matcher = TEXT.matcher(text == null ? "" : text);
        return matcher.matches() ? Optional.of(new ApiToken(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** What follows {@code Bearer} in an {@code Authorization} header; null when it is of another kind, or missing. */
    public static String textIn(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }

    /** Whether the request brings a token, a right one or a wrong one. */
    public static boolean isIn(HttpServletRequest request) {
        return textIn(request.getHeader("Authorization")) != null;
    }

    /** What is to be given to the program, once. */
    public String text() {
        return "zj_" + id + "_" + secret;
    }

    /** What is kept of the secret. */
    public String hash() {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Compares in the same time wherever they differ. */
    public boolean matches(String keptHash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), keptHash.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "token " + id;
    }
}
