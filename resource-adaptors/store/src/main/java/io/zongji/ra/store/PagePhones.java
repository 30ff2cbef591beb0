package io.zongji.ra.store;

import io.zongji.domain.phone.PhoneTokens;
import java.time.Duration;
import java.util.Objects;

/**
 * What phones in pages may do.
 *
 * @param tokens     by which they register
 * @param returnTime how long a call waits for a page that was lost in it
 */
public record PagePhones(PhoneTokens tokens, Duration returnTime) {
    public PagePhones {
        Objects.requireNonNull(tokens, "tokens");
        if (returnTime.isNegative()) {
            throw new IllegalArgumentException("zongji.phone.return.seconds: 0 or more, was " + returnTime);
        }
    }
}
