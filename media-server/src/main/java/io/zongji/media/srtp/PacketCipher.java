package io.zongji.media.srtp;

/** Cipher and tag under the session keys of one direction, for RTP or for RTCP (RFC 3711, 4.3). */
final class PacketCipher {
    private static final int KEY_LENGTH = 16;
    private static final int SALT_LENGTH = 14;
    private static final int HMAC_KEY_LENGTH = 20;

    private final AesCounterMode cipher;
    private final HmacSha1 hmac;
    private final byte[] rollover = new byte[4];

    private PacketCipher(MasterKey master, int firstLabel) {
        byte[] key = derive(master, firstLabel, KEY_LENGTH);
        hmac = new HmacSha1(derive(master, firstLabel + 1, HMAC_KEY_LENGTH));
        cipher = new AesCounterMode(key, derive(master, firstLabel + 2, SALT_LENGTH));
    }

    static PacketCipher forRtp(MasterKey master) {
        return new PacketCipher(master, 0);
    }

    static PacketCipher forRtcp(MasterKey master) {
        return new PacketCipher(master, 3);
    }

    /** A session key or salt (RFC 3711, 4.3.1), without renewed derivation. */
    static byte[] derive(MasterKey master, int label, int length) {
        byte[] salt = master.salt();
        salt[7] ^= (byte) label;
        byte[] derived = new byte[length];
        new AesCounterMode(master.key(), salt).crypt(derived, 0, length, 0, 0);
        return derived;
    }

    void crypt(byte[] packet, int from, int to, int ssrc, long index) {
        cipher.crypt(packet, from, to - from, ssrc, index);
    }

    /** The tag of an RTP packet, which also covers the rollover counter; valid until the next use. */
    byte[] tag(byte[] packet, int length, int rolloverCounter) {
        for (int i = 0; i < 4; i++) {
            rollover[i] = (byte) (rolloverCounter >>> (24 - 8 * i));
        }
        return hmac.begin().add(packet, 0, length).add(rollover, 0, 4).end();
    }

    /** The tag of an RTCP packet with its index; valid until the next use. */
    byte[] tag(byte[] packet, int length) {
        return hmac.begin().add(packet, 0, length).end();
    }

    /** Compares in constant time. */
    static boolean matches(byte[] tag, byte[] packet, int at, int length) {
        int difference = 0;
        for (int i = 0; i < length; i++) {
            difference |= tag[i] ^ packet[at + i];
        }
        return difference == 0;
    }
}
