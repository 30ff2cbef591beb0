package io.zongji.media.ice;

import io.zongji.media.srtp.HmacSha1;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32;

/** A binding request (RFC 8489) that was read completely, and the answer to it. */
final class StunRequest {
    private static final int HEADER = 20;
    private static final int COOKIE = 0x2112A442;
    private static final int BINDING_REQUEST = 0x0001;
    private static final int BINDING_SUCCESS = 0x0101;
    private static final int USERNAME = 0x0006;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;
    private static final int USE_CANDIDATE = 0x0025;
    private static final int FINGERPRINT = 0x8028;
    private static final int FINGERPRINT_MASK = 0x5354554E;
    private static final int LONGEST = 600;
    private static final int INTEGRITY_LENGTH = 4 + HmacSha1.SIZE;
    private static final int FINGERPRINT_LENGTH = 8;

    private final byte[] bytes;
    private String username;
    private int integrityAt = -1;
    private boolean nominates;

    private StunRequest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @return null if it is no well-formed binding request with user name and integrity */
    static StunRequest read(ByteBuffer datagram, int length) {
        if (length < HEADER || length > LONGEST || length % 4 != 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        datagram.get(0, bytes);
        StunRequest request = new StunRequest(bytes);
        return request.isBindingRequest() && request.readAttributes() ? request : null;
    }

    private boolean isBindingRequest() {
        ByteBuffer view = ByteBuffer.wrap(bytes);
        return view.getShort(0) == BINDING_REQUEST
                && view.getShort(2) == bytes.length - HEADER
                && view.getInt(4) == COOKIE;
    }

    private boolean readAttributes() {
        ByteBuffer view = ByteBuffer.wrap(bytes).position(HEADER);
        while (view.remaining() >= 4) {
            int at = view.position();
            int type = view.getShort() & 0xFFFF;
            int size = view.getShort() & 0xFFFF;
            int padded = size + 3 & ~3;
            if (padded > view.remaining() || !take(type, at, size)) {
                return false;
            }
            view.position(at + 4 + padded);
        }
        return username != null && integrityAt >= 0;
    }

    /** What stands behind the integrity is not protected by it and does not count (RFC 8489, 14.5), but the fingerprint. */
    private boolean take(int type, int at, int size) {
        if (type == FINGERPRINT) {
            boolean last = at + FINGERPRINT_LENGTH == bytes.length;
            return last && size == 4 && ByteBuffer.wrap(bytes).getInt(at + 4) == fingerprint(bytes, at);
        }
        if (integrityAt >= 0) {
            return true;
        }
        switch (type) {
            case USERNAME -> username = new String(bytes, at + 4, size, StandardCharsets.UTF_8);
            case USE_CANDIDATE -> nominates = true;
            case MESSAGE_INTEGRITY -> {
                integrityAt = at;
                return size == HmacSha1.SIZE;
            }
            default -> {
                // Priority, role, software and what else there may be: of no use to a lite side.
            }
        }
        return true;
    }

    String username() {
        return username;
    }

    /** Whether the other side has chosen the path that this request took. */
    boolean nominates() {
        return nominates;
    }

    boolean isAuthentic(HmacSha1 password) {
        byte[] expected = integrity(password, bytes, integrityAt);
        byte[] given = Arrays.copyOfRange(bytes, integrityAt + 4, integrityAt + 4 + HmacSha1.SIZE);
        return MessageDigest.isEqual(expected, given);
    }

    /** The success response, which tells the other side where its request came from. */
    ByteBuffer answer(InetSocketAddress from, HmacSha1 password) {
        byte[] address = from.getAddress().getAddress();
        int mapped = 8 + address.length;
        int integrity = HEADER + mapped;
        int length = integrity + INTEGRITY_LENGTH + FINGERPRINT_LENGTH;
        ByteBuffer answer = ByteBuffer.allocate(length);
        answer.putShort((short) BINDING_SUCCESS).putShort((short) (length - HEADER));
        answer.put(bytes, 4, 16);
        answer.putShort((short) XOR_MAPPED_ADDRESS).putShort((short) (mapped - 4));
        answer.putShort((short) (address.length == 4 ? 1 : 2)).putShort((short) (from.getPort() ^ COOKIE >>> 16));
        for (int i = 0; i < address.length; i++) {
            answer.put((byte) (address[i] ^ bytes[4 + i]));
        }
        answer.putShort((short) MESSAGE_INTEGRITY).putShort((short) HmacSha1.SIZE);
        answer.put(integrity(password, answer.array(), integrity));
        answer.putShort((short) FINGERPRINT).putShort((short) 4);
        answer.putInt(fingerprint(answer.array(), length - FINGERPRINT_LENGTH));
        return answer.flip();
    }

    /** Covers what stands before it, with the length as if the message ended behind it. */
    private static byte[] integrity(HmacSha1 password, byte[] message, int at) {
        byte[] header = Arrays.copyOf(message, HEADER);
        ByteBuffer.wrap(header).putShort(2, (short) (at + INTEGRITY_LENGTH - HEADER));
        return password.begin()
                .add(header, 0, HEADER)
                .add(message, HEADER, at - HEADER)
                .end();
    }

    private static int fingerprint(byte[] message, int at) {
        CRC32 sum = new CRC32();
        sum.update(message, 0, at);
        return (int) sum.getValue() ^ FINGERPRINT_MASK;
    }
}
