package io.zongji.media.srtp;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** HMAC-SHA1 (RFC 2104) that, other than the JDK's, makes no array per result. */
public final class HmacSha1 {
    /** Bytes of a result. */
    public static final int SIZE = 20;

    private static final int BLOCK = 64;

    private final MessageDigest digest;
    private final byte[] innerPad = new byte[BLOCK];
    private final byte[] outerPad = new byte[BLOCK];
    private final byte[] result = new byte[SIZE];

    public HmacSha1(byte[] key) {
        try {
            digest = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
        byte[] shortKey = key.length > BLOCK ? digest.digest(key) : key;
        for (int i = 0; i < BLOCK; i++) {
            byte keyByte = i < shortKey.length ? shortKey[i] : 0;
            innerPad[i] = (byte) (keyByte ^ 0x36);
            outerPad[i] = (byte) (keyByte ^ 0x5c);
        }
    }

    public HmacSha1 begin() {
        digest.reset();
        digest.update(innerPad);
        return this;
    }

    public HmacSha1 add(byte[] data, int from, int length) {
        digest.update(data, from, length);
        return this;
    }

    /** @return 20 bytes, valid until the next use */
    public byte[] end() {
        try {
            digest.digest(result, 0, SIZE);
            digest.update(outerPad);
            digest.update(result);
            digest.digest(result, 0, SIZE);
            return result;
        } catch (DigestException e) {
            throw new IllegalStateException("The array is long enough", e);
        }
    }
}
