package io.zongji.ra.sip.auth;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces that carry their time and a MAC, so that those given to strangers cost no memory; remembered are
 * only the counters of nonces that a right password was sent with. Thread-safe.
 */
final class NonceBook {

    private static final String MAC = "HmacSHA256";
    private static final int MAC_LENGTH = 16;
    private static final int BODY_LENGTH = 16;

    private final Clock clock;
    private final long lifeMillis;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Long> counters = new ConcurrentHashMap<>();
    private final AtomicLong purgedMillis = new AtomicLong();

    NonceBook(Clock clock, Duration life, byte[] secret) {
        this.clock = clock;
        this.lifeMillis = life.toMillis();
        this.key = new SecretKeySpec(secret.clone(), MAC);
    }

    String newNonce() {
        ByteBuffer nonce = ByteBuffer.allocate(BODY_LENGTH + MAC_LENGTH);
        nonce.putLong(clock.millis()).putLong(random.nextLong());
        nonce.put(mac(nonce.array()), 0, MAC_LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce.array());
    }

    boolean isOurs(String nonce) {
        byte[] bytes = decode(nonce);
        return bytes != null
                && MessageDigest.isEqual(
                        Arrays.copyOf(mac(bytes), MAC_LENGTH),
                        Arrays.copyOfRange(bytes, BODY_LENGTH, BODY_LENGTH + MAC_LENGTH));
    }

    boolean isFresh(String nonce) {
        byte[] bytes = decode(nonce);
        if (bytes == null) {
            return false;
        }
        long age = clock.millis() - ByteBuffer.wrap(bytes).getLong();
        return age >= 0 && age <= lifeMillis;
    }

    /** True when this count was not used with the nonce before; counts must rise. */
    boolean use(String nonce, long count) {
        purge();
        boolean[] fresh = new boolean[1];
        counters.compute(nonce, (same, known) -> {
            fresh[0] = known == null || known < count;
            return fresh[0] ? (Long) count : known;
        });
        return fresh[0];
    }

    private void purge() {
        long now = clock.millis();
        long last = purgedMillis.get();
        if (now - last > lifeMillis && purgedMillis.compareAndSet(last, now)) {
            counters.keySet().removeIf(nonce -> !isFresh(nonce));
        }
    }

    int remembered() {
        return counters.size();
    }

    private static byte[] decode(String nonce) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(nonce);
            return bytes.length == BODY_LENGTH + MAC_LENGTH ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private byte[] mac(byte[] nonce) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(nonce, 0, BODY_LENGTH);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JRE has " + MAC, e);
        }
    }
}
