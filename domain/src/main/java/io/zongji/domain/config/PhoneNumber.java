package io.zongji.domain.config;

import java.text.Normalizer;

/** How numbers are compared: without what people and gateways write between the digits. */
public final class PhoneNumber {
    private static final String SEPARATORS = ".()/";

    private PhoneNumber() {}

    /** The number without separators and blanks, its digits narrow (７ is 7); empty for null. */
    public static String normalise(String number) {
        if (number == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(number.length());
        Normalizer.normalize(number, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !isWrittenBetween(c))
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static boolean isWrittenBetween(int c) {
        return SEPARATORS.indexOf(c) >= 0
                || Character.isSpaceChar(c)
                || Character.isWhitespace(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION;
    }
}
