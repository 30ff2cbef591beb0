package io.zongji.ra.media;

/**
 * A collection ended.
 *
 * @param collectId the request's id
 * @param digits    what was collected, without the terminator; may be empty
 */
public record SignalDetectorEvent(String collectId, Reason reason, String digits) {

    /** Why it ended. */
    public enum Reason {
        MAX_DIGITS,
        TERMINATOR,
        FIRST_DIGIT_TIMEOUT,
        INTER_DIGIT_TIMEOUT,
        STOPPED
    }

    /** Without the digits, which may be a secret: a PIN, or the number of a card. */
    @Override
    public String toString() {
        return "SignalDetectorEvent " + collectId + ": " + reason + " after " + digits.length() + " digits";
    }
}
