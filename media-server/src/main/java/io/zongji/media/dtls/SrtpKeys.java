package io.zongji.media.dtls;

import io.zongji.media.srtp.MasterKey;
import io.zongji.media.srtp.SrtpProfile;
import java.util.Arrays;

/** What a handshake yields (RFC 5764, 4.2). */
public record SrtpKeys(SrtpProfile profile, MasterKey client, MasterKey server) {
    static final int EXPORTED_BYTES = 2 * MasterKey.SIZE;

    private static final int KEY = 16;
    private static final int SALT = 14;

    /** @param exported client's key, server's key, client's salt, server's salt */
    static SrtpKeys of(SrtpProfile profile, byte[] exported) {
        return new SrtpKeys(profile, side(exported, 0), side(exported, 1));
    }

    private static MasterKey side(byte[] exported, int side) {
        byte[] both = Arrays.copyOf(Arrays.copyOfRange(exported, side * KEY, (side + 1) * KEY), MasterKey.SIZE);
        System.arraycopy(exported, 2 * KEY + side * SALT, both, KEY, SALT);
        return MasterKey.of(both);
    }
}
