package io.zongji.domain.config;

import java.util.Objects;
import java.util.Optional;

/**
 * An internal number (内线号码) and how its phone is known: by registering with a password, or by a fixed address.
 *
 * @param number       the number, which is also the user name of the SIP address
 * @param ha1          lower-case hex of MD5(user:realm:password) (RFC 2617, 3.2.2.2); null when the phone cannot register
 * @param fixedContact the SIP URI where the phone always is; null when it registers
 */
public record Extension(String number, String ha1, String fixedContact) {
    public Extension {
        Objects.requireNonNull(number, "number");
        if (number.isBlank()) {
            throw new IllegalArgumentException("extension: number must not be empty");
        }
        if (fixedContact != null && SipAddress.parse(fixedContact).isEmpty()) {
            throw new IllegalArgumentException("extension " + number + ": no SIP URI: \"" + fixedContact + "\"");
        }
    }

    public Optional<SipAddress> fixedAddress() {
        return Optional.ofNullable(fixedContact).flatMap(SipAddress::parse);
    }

    public boolean mayRegister() {
        return ha1 != null;
    }
}
