package io.zongji.media.ice;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** User fragment and password of one side (RFC 8839, 5.4). The password is never printed. */
public record IceCredentials(String fragment, String password) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FRAGMENT = Pattern.compile("[A-Za-z0-9+/]{4,256}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9+/]{22,256}");

    public IceCredentials {
        Objects.requireNonNull(fragment, "fragment");
        Objects.requireNonNull(password, "password");
        if (!FRAGMENT.matcher(fragment).matches() || !PASSWORD.matcher(password).matches()) {
            throw new IllegalArgumentException(
                    "ice-ufrag, ice-pwd: too short, too long, or other than letters and digits");
        }
    }

    public static IceCredentials random() {
        return new IceCredentials(text(6), text(18));
    }

    /** Those of a description; empty if they are malformed. */
    public static Optional<IceCredentials> read(String fragment, String password) {
        try {
            return Optional.of(new IceCredentials(fragment, password));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    @Override
    public String toString() {
        return "IceCredentials[" + fragment + "]";
    }
}
