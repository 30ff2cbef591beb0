package io.zongji.ra.media.node;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;

/** What controllers and media nodes must both know. Never written to logs. Immutable. */
public final class ControlSecret {
    /** Fewer characters could be guessed. */
    public static final int SHORTEST = 16;

    private final byte[] key;

    private ControlSecret(byte[] key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException if it is null or shorter than {@link #SHORTEST} characters */
    public static ControlSecret of(String text) {
        if (text == null || text.strip().length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "the secret of the media nodes: at least " + SHORTEST + " characters are needed");
        }
        byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
        SHA256Digest digest = new SHA256Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] key = new byte[digest.getDigestSize()];
        digest.doFinal(key, 0);
        return new ControlSecret(key);
    }

    byte[] key() {
        return key.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ControlSecret secret && Arrays.equals(key, secret.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "ControlSecret[hidden]";
    }
}
