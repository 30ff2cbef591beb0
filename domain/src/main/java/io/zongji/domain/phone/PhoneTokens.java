package io.zongji.domain.phone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * The tokens of one run of the server, which all end with it. The secret travels once, to the page; towards the registrar
 * the page only proves that it knows it, so nothing that is seen there can be used again. Thread-safe.
 */
public final class PhoneTokens {

    /** Enough to connect and register on a slow line. */
    public static final Duration LIFE = Duration.ofSeconds(60);

    private static final int SECRET_BYTES = 16;
    private static final int NAME_BYTES = 12;

    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, PhoneToken> tokens = new ConcurrentHashMap<>();
    /** Holders that have signed out, until nothing that they began before can still come; with that time. */
    private final Map<String, Instant> gone = new ConcurrentHashMap<>();

    /** @param random cannot be predicted, as {@code SecureRandom} */
    public PhoneTokens(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * A new token.
     *
     * @param extension must be the holder's own: the caller has seen to it
     * @return empty when the holder has signed out
     */
    public synchronized Optional<PhoneToken> issue(String extension, String holder) {
        Instant now = clock.instant();
        tokens.values().removeIf(token -> !now.isBefore(token.until()));
        gone.values().removeIf(until -> !now.isBefore(until));
        if (gone.containsKey(holder)) {
            return Optional.empty();
        }
        PhoneToken token =
                new PhoneToken("page-" + hex(NAME_BYTES), hex(SECRET_BYTES), extension, holder, now.plus(LIFE));
        tokens.put(token.user(), token);
        return Optional.of(token);
    }

    /** The token of that name, while it is good. */
    public Optional<PhoneToken> find(String user) {
        return Optional.ofNullable(tokens.get(user))
                .filter(token -> clock.instant().isBefore(token.until()));
    }

    /** The holder has signed out: its tokens are worth nothing, and it gets no more. */
    public synchronized void revoke(String holder) {
        gone.put(holder, clock.instant().plus(LIFE));
        tokens.values().removeIf(token -> token.holder().equals(holder));
    }

    private String hex(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
