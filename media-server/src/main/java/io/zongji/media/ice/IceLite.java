package io.zongji.media.ice;

import io.zongji.media.srtp.HmacSha1;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Our side of the paths to one browser: answers its checks, believes packets only from where checks came, and sends to the
 * path that it nominated or proved last, as long as it goes on checking (consent, RFC 7675). Used by one thread.
 */
public final class IceLite {
    private static final int MAX_PATHS = 16;
    private static final long CONSENT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Deque<InetSocketAddress> validated = new ArrayDeque<>();
    private IceCredentials ours;
    private String username;
    private HmacSha1 password;
    private InetSocketAddress nominated;
    private long lastCheckNanos;

    /** Sets who checks; other credentials than before are a restart, in which the old path serves until a new one is found. */
    public void agree(IceCredentials ourCredentials, IceCredentials theirs) {
        ours = ourCredentials;
        username = ours.fragment() + ":" + theirs.fragment();
        password = new HmacSha1(ours.password().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a datagram is of STUN (RFC 7983). */
    public static boolean isStun(ByteBuffer datagram, int length) {
        return length > 0 && (datagram.get(0) & 0xFC) == 0;
    }

    /**
     * Takes a STUN datagram.
     *
     * @return what to send back to where it came from, or null; never longer than what came, but for an IPv6 address
     */
    public ByteBuffer received(InetSocketAddress from, ByteBuffer datagram, int length, long nowNanos) {
        StunRequest request = ours == null ? null : StunRequest.read(datagram, length);
        if (request == null || !request.username().equals(username) || !request.isAuthentic(password)) {
            return null;
        }
        lastCheckNanos = nowNanos;
        if (!validated.contains(from)) {
            if (validated.size() == MAX_PATHS) {
                validated.removeFirst();
            }
            validated.addLast(from);
        }
        if (request.nominates()) {
            nominated = from;
        }
        return request.answer(from, password);
    }

    /**
     * The browser has shown by its handshake that it is there: it is sent to until it nominates, which browsers do a second
     * later. After a reload this is the new path at once.
     */
    public void prove(InetSocketAddress path) {
        if (path != null && validated.contains(path)) {
            nominated = path;
        }
    }

    /** Whether an authentic check came from there. */
    public boolean isValidated(InetSocketAddress from) {
        return from.equals(nominated) || validated.contains(from);
    }

    /** Where to send; null if there is no path, or no consent any more. */
    public InetSocketAddress target(long nowNanos) {
        return nowNanos - lastCheckNanos > CONSENT_NANOS ? null : nominated;
    }
}
