package io.zongji.media.srtp;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES in counter mode (RFC 3711, 4.1.1). Counter blocks are encrypted as code book and XORed here: the JDK's own counter
 * mode has to be given a new parameter object for every packet.
 */
final class AesCounterMode {
    private static final int BLOCK = 16;
    private static final int CHUNK = 16 * BLOCK;

    private final Cipher cipher;
    private final byte[] salt;
    private final byte[] counters = new byte[CHUNK];
    private final byte[] stream = new byte[CHUNK];

    /** @param salt 14 bytes */
    AesCounterMode(byte[] key, byte[] salt) {
        try {
            cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES", e);
        }
        this.salt = salt;
    }

    /** Encrypts or decrypts in place. */
    void crypt(byte[] data, int from, int length, int ssrc, long index) {
        firstCounter(ssrc, index);
        int block = 0;
        for (int done = 0; done < length; done += CHUNK) {
            int part = Math.min(CHUNK, length - done);
            int blocks = (part + BLOCK - 1) / BLOCK;
            fillCounters(block, blocks);
            block += blocks;
            encryptCounters(blocks * BLOCK);
            for (int i = 0; i < part; i++) {
                data[from + done + i] ^= stream[i];
            }
        }
    }

    private void firstCounter(int ssrc, long index) {
        System.arraycopy(salt, 0, counters, 0, salt.length);
        for (int i = 0; i < 4; i++) {
            counters[4 + i] ^= (byte) (ssrc >>> (24 - 8 * i));
        }
        for (int i = 0; i < 6; i++) {
            counters[8 + i] ^= (byte) (index >>> (40 - 8 * i));
        }
    }

    private void fillCounters(int first, int blocks) {
        for (int i = 0; i < blocks; i++) {
            int at = i * BLOCK;
            if (i > 0) {
                System.arraycopy(counters, 0, counters, at, BLOCK - 2);
            }
            counters[at + 14] = (byte) ((first + i) >>> 8);
            counters[at + 15] = (byte) (first + i);
        }
    }

    private void encryptCounters(int length) {
        try {
            cipher.update(counters, 0, length, stream, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("Both arrays have one length", e);
        }
    }
}
