package io.zongji.media;

import java.time.Duration;
import java.util.Objects;

/**
 * Which digits to wait for.
 *
 * @param id         given back when it ends
 * @param maxDigits  as many end it, at least 1
 * @param terminator the key that ends it; null for none
 * @param firstDigit how long to wait for the first digit once nothing plays any more
 * @param interDigit how long to wait between digits
 */
public record DigitCollection(
        String id, int maxDigits, Character terminator, Duration firstDigit, Duration interDigit) {
    public DigitCollection {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(firstDigit, "firstDigit");
        Objects.requireNonNull(interDigit, "interDigit");
        if (maxDigits < 1) {
            throw new IllegalArgumentException("maxDigits: at least 1, was " + maxDigits);
        }
    }

    /** Why a collection ended. */
    public enum End {
        MAX_DIGITS,
        TERMINATOR,
        FIRST_DIGIT_TIMEOUT,
        INTER_DIGIT_TIMEOUT,
        STOPPED
    }
}
