package io.zongji.media.ice;

import io.zongji.media.srtp.HmacSha1;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;

/** Writes the connectivity checks that browsers send. */
public final class Checks {
    private static final int INTEGRITY = 24;

    private Checks() {}

    /** A binding request of the controlling side, with integrity and fingerprint. */
    public static byte[] request(IceCredentials asked, IceCredentials asker, boolean nominate) {
        byte[] username = (asked.fragment() + ":" + asker.fragment()).getBytes(StandardCharsets.UTF_8);
        int padded = username.length + 3 & ~3;
        int integrity = 20 + 4 + padded + 12 + (nominate ? 4 : 0) + 8;
        ByteBuffer message = ByteBuffer.allocate(integrity + INTEGRITY + 8);
        message.putShort((short) 1)
                .putShort((short) (integrity + INTEGRITY - 20))
                .putInt(0x2112A442);
        message.putInt(ThreadLocalRandom.current().nextInt()).putLong(77);
        message.putShort((short) 0x0006).putShort((short) username.length).put(username);
        message.position(20 + 4 + padded);
        message.putShort((short) 0x802A).putShort((short) 8).putLong(1);
        if (nominate) {
            message.putShort((short) 0x0025).putShort((short) 0);
        }
        message.putShort((short) 0x0024).putShort((short) 4).putInt(1_853_824_767);
        HmacSha1 hmac = new HmacSha1(asked.password().getBytes(StandardCharsets.UTF_8));
        byte[] tag = hmac.begin().add(message.array(), 0, integrity).end();
        message.putShort((short) 0x0008).putShort((short) 20).put(tag);
        message.putShort(2, (short) (message.capacity() - 20));
        CRC32 sum = new CRC32();
        sum.update(message.array(), 0, message.position());
        message.putShort((short) 0x8028).putShort((short) 4).putInt((int) sum.getValue() ^ 0x5354554E);
        return message.array();
    }
}
