package io.zongji.server;

import io.zongji.domain.phone.RelayAccess;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The TURN servers (RFC 8656) that relay voice of pages whose network lets no UDP out, and the secret shared with them, from which each page gets a
 * credential of its own that ends by itself ("A REST API for access to TURN services", the scheme of coturn's {@code use-auth-secret}). Immutable.
 */
public final class VoiceRelays {

    /** No relays. */
    public static final VoiceRelays NONE = new VoiceRelays(List.of(), new byte[0]);

    /** Longer than a shift: some servers ask again in a call whether the credential is still good. */
    public static final Duration LIFE = Duration.ofHours(12);

    /** Fewer characters could be guessed from one credential. */
    public static final int SHORTEST_SECRET = 16;

    /** RFC 7065. */
    private static final Pattern URL =
            Pattern.compile("turns?:(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?(\\?transport=(udp|tcp))?");

    private static final String ALGORITHM = "HmacSHA1";

    private final List<String> urls;
    private final byte[] secret;

    private VoiceRelays(List<String> urls, byte[] secret) {
        this.urls = List.copyOf(urls);
        this.secret = secret.clone();
    }

    /**
     * The relays at some addresses.
     *
     * @param urls   as {@code turn:turn.example.com:443?transport=tcp} or {@code turns:turn.example.com}
     * @param secret shared with all of them
     * @throws IllegalArgumentException says what is wrong, without the secret
     */
    public static VoiceRelays at(List<String> urls, String secret) {
        urls.forEach(VoiceRelays::check);
        String stripped = secret.strip();
        if (stripped.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("the secret needs at least " + SHORTEST_SECRET + " characters");
        }
        return new VoiceRelays(urls, stripped.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if it is not the address of a TURN server */
    public static void check(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches() || parts.group(2) != null && !isPort(parts.group(2))) {
            throw new IllegalArgumentException(
                    "turn:<host>[:<port>][?transport=udp|tcp], or turns: instead; was " + url);
        }
    }

    private static boolean isPort(String digits) {
        int port = Integer.parseInt(digits);
        return port > 0 && port <= 65_535;
    }

    /**
     * What a page gets with the key of its phone.
     *
     * @param extension for the relays' logs
     * @return empty without relays
     */
    public List<RelayAccess> access(String extension, Instant now) {
        if (urls.isEmpty()) {
            return List.of();
        }
        String username = now.plus(LIFE).getEpochSecond() + ":" + extension;
        return List.of(new RelayAccess(urls, username, credential(username)));
    }

    private String credential(String username) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VoiceRelays relays && urls.equals(relays.urls) && Arrays.equals(secret, relays.secret);
    }

    @Override
    public int hashCode() {
        return urls.hashCode();
    }

    @Override
    public String toString() {
        return "VoiceRelays" + urls;
    }
}
