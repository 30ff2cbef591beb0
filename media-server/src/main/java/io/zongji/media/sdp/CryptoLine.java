package io.zongji.media.sdp;

import io.zongji.media.srtp.MasterKey;
import io.zongji.media.srtp.SrtpProfile;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One {@code crypto} attribute with a key that we can use (RFC 4568, 9.1): one key, no identifier in every packet. */
record CryptoLine(int tag, SrtpProfile profile, MasterKey key) {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String INLINE = "inline:";

    /** All usable ones of a media line, best first as its writer sees it. */
    static List<CryptoLine> of(MediaLine line) {
        return line.attributes("crypto").stream()
                .flatMap(value -> read(value).stream())
                .toList();
    }

    static Optional<CryptoLine> read(String value) {
        String[] parts = SPACE.split(value.strip());
        if (parts.length < 3 || !parts[2].startsWith(INLINE) || !onlyHints(parts)) {
            return Optional.empty();
        }
        // key||salt ["|" lifetime] ["|" MKI ":" length]
        String[] keyParts = parts[2].substring(INLINE.length()).split("\\|", -1);
        if (keyParts.length > 2 || keyParts.length == 2 && keyParts[1].contains(":") || parts[2].contains(";")) {
            return Optional.empty();
        }
        try {
            int tag = Integer.parseInt(parts[0]);
            MasterKey key = MasterKey.of(Base64.getDecoder().decode(keyParts[0]));
            return SrtpProfile.bySuite(parts[1]).map(profile -> new CryptoLine(tag, profile, key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Session parameters that change the packets are not supported; a hint on the replay window changes nothing. */
    private static boolean onlyHints(String[] parts) {
        for (int i = 3; i < parts.length; i++) {
            if (!parts[i].startsWith("WSH=")) {
                return false;
            }
        }
        return true;
    }

    String attribute() {
        return "a=crypto:" + tag + " " + profile + " " + INLINE + key.base64() + "\r\n";
    }
}
