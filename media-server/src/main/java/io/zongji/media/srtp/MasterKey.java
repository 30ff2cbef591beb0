package io.zongji.media.srtp;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** The key and salt that the keys of one direction are derived from (RFC 3711, 3.2.1). Immutable; never printed. */
public final class MasterKey {
    /** Bytes of key and salt together. */
    public static final int SIZE = 30;

    static final int KEY_SIZE = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param keyAndSalt 16 bytes of key followed by 14 of salt */
    public static MasterKey of(byte[] keyAndSalt) {
        if (keyAndSalt.length != SIZE) {
            throw new IllegalArgumentException("keyAndSalt: 30 bytes are needed, got " + keyAndSalt.length);
        }
        return new MasterKey(keyAndSalt.clone());
    }

    /** A fresh one from a strong source. */
    public static MasterKey random() {
        byte[] bytes = new byte[SIZE];
        RANDOM.nextBytes(bytes);
        return new MasterKey(bytes);
    }

    /** As it stands behind {@code inline:} (RFC 4568, 6.1). */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    byte[] key() {
        return Arrays.copyOf(bytes, KEY_SIZE);
    }

    byte[] salt() {
        return Arrays.copyOfRange(bytes, KEY_SIZE, SIZE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MasterKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
