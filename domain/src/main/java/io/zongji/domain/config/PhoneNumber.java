package io.zongji.domain.config;

/** How numbers are compared: without what people and gateways write between the digits. */
public final class PhoneNumber {
    private static final String SEPARATORS = " -.()/";

    private PhoneNumber() {}

    /** The number without separators and without surrounding blanks; empty for null. */
    public static String normalise(String number) {
        if (number == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (SEPARATORS.indexOf(c) < 0) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
