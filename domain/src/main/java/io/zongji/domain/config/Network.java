package io.zongji.domain.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A block of addresses in CIDR notation (RFC 4632), IPv4 or IPv6. Never looks a name up.
 *
 * @param address the block's address, without brackets
 * @param prefix  how many leading bits count
 */
public record Network(String address, int prefix) {
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    public Network {
        int bits = bytes(address).length * Byte.SIZE;
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("network " + address + ": prefix 0 to " + bits + ", was " + prefix);
        }
    }

    /**
     * Reads {@code 10.0.0.0/8}, or a single address.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new Network(text.trim(), bytes(text.trim()).length * Byte.SIZE);
        }
        try {
            return new Network(
                    text.substring(0, slash).trim(),
                    Integer.parseInt(text.substring(slash + 1).trim()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no network: \"" + text + "\"", e);
        }
    }

    /** Whether the address, a literal, is in this block; false for anything that is no address. */
    public boolean contains(String literal) {
        if (literal == null || !LITERAL.matcher(literal).matches()) {
            return false;
        }
        try {
            return contains(bytes(literal));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean contains(byte[] other) {
        byte[] own = bytes(address);
        if (own.length != other.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        if (!Arrays.equals(own, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = prefix % Byte.SIZE;
        int mask = 0xFF00 >> rest & 0xFF;
        return rest == 0 || (own[whole] & mask) == (other[whole] & mask);
    }

    private static byte[] bytes(String literal) {
        // Anything else would make InetAddress ask the name service.
        if (!LITERAL.matcher(literal).matches()
                || literal.indexOf(':') < 0 && !IPV4.matcher(literal).matches()) {
            throw new IllegalArgumentException("no IP address: \"" + literal + "\"");
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no IP address: \"" + literal + "\"", e);
        }
    }

    @Override
    public String toString() {
        return address + "/" + prefix;
    }
}
