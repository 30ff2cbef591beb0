package io.zongji.media.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The hash of a certificate as descriptions carry it (RFC 8122, 5).
 *
 * @param function {@code sha-256}, {@code sha-384} or {@code sha-512}
 * @param value    in hexadecimal digits with colons
 */
public record Fingerprint(String function, String value) {
    private static final Map<String, String> DIGESTS =
            Map.of("sha-256", "SHA-256", "sha-384", "SHA-384", "sha-512", "SHA-512");
    private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

    /** Empty if the function is unknown or too weak to be trusted, or the value is none of it. */
    public static Optional<Fingerprint> read(String attribute) {
        String[] parts = attribute.strip().split("\\s+");
        String function = parts[0].toLowerCase(Locale.ROOT);
        if (parts.length != 2 || !DIGESTS.containsKey(function)) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(function.substring("sha-".length()));
        String value = parts[1].toUpperCase(Locale.ROOT);
        return value.matches("[0-9A-F]{2}(:[0-9A-F]{2}){" + (bits / 8 - 1) + "}")
                ? Optional.of(new Fingerprint(function, value))
                : Optional.empty();
    }

    static Fingerprint of(byte[] certificate) {
        return new Fingerprint("sha-256", hash("sha-256", certificate));
    }

    boolean matches(byte[] certificate) {
        return hash(function, certificate).equals(value);
    }

    /** As it stands in a description. */
    public String attribute() {
        return function + " " + value;
    }

    private static String hash(String function, byte[] certificate) {
        try {
            return HEX.formatHex(
                    MessageDigest.getInstance(DIGESTS.get(function)).digest(certificate));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + function, e);
        }
    }
}
