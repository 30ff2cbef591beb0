package io.zongji.ra.media;

import java.time.Duration;
import java.util.Objects;

/**
 * How to collect digits. The first-digit time starts when the connection plays nothing any more.
 *
 * @param id             given back in the event
 * @param maxDigits      the collection ends with this many, at least 1
 * @param terminator     the key that ends the collection and is not part of the digits; null for none
 * @param firstDigit     how long to wait for the first digit after the prompt
 * @param interDigit     how long to wait between digits
 */
public record CollectRequest(String id, int maxDigits, Character terminator, Duration firstDigit, Duration interDigit) {
    public CollectRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(firstDigit, "firstDigit");
        Objects.requireNonNull(interDigit, "interDigit");
        if (maxDigits < 1) {
            throw new IllegalArgumentException("maxDigits: at least 1, was " + maxDigits);
        }
    }
}
