package io.zongji.media.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * What a prompt's name means. A plain name is one recording; {@code digits:1001} reads digits, {@code number:1001} a
 * number, {@code time:09:00} a time of day, each from recorded parts; {@code silence:500} is a pause in milliseconds. Any
 * name may end in {@code ?lang=en}. Pure.
 *
 * @param parts      names of recordings in order
 * @param language   of the recordings
 * @param silenceMs  a pause instead of recordings; 0 for none
 */
record SpokenPrompt(List<String> parts, String language, int silenceMs) {
    private static final String LANGUAGE = "?lang=";
    private static final int MAX_SILENCE_MS = 600_000;

    SpokenPrompt {
        parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException if the text after the colon does not fit the kind */
    static SpokenPrompt of(String name, String defaultLanguage) {
        int question = name.indexOf(LANGUAGE);
        String language = question < 0 ? defaultLanguage : name.substring(question + LANGUAGE.length());
        String plain = question < 0 ? name : name.substring(0, question);
        int colon = plain.indexOf(':');
        if (colon < 0) {
            return new SpokenPrompt(List.of(plain), language, 0);
        }
        String text = plain.substring(colon + 1);
        return switch (plain.substring(0, colon)) {
            case "digits" -> new SpokenPrompt(digits(text), language, 0);
            case "number" -> new SpokenPrompt(number(text, language), language, 0);
            case "time" -> new SpokenPrompt(time(text, language), language, 0);
            case "silence" -> new SpokenPrompt(List.of(), language, silence(text));
            default -> throw new IllegalArgumentException("Unknown kind of prompt: " + name);
        };
    }

    private static int silence(String text) {
        return Math.max(1, Math.min(MAX_SILENCE_MS, Integer.parseInt(text)));
    }

    private static List<String> digits(String text) {
        List<String> parts = new ArrayList<>();
        for (char digit : text.toCharArray()) {
            if (digit >= '0' && digit <= '9') {
                parts.add("digits/" + digit);
            } else if (Character.isLetter(digit) || digit > 127) {
                throw new IllegalArgumentException("digits: cannot be read: " + text);
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("digits: none in " + text);
        }
        return parts;
    }

    private static List<String> number(String text, String language) {
        long value = Long.parseLong(text);
        if (value < 0 || value > NumberWords.MAX) {
            return digits(text);
        }
        return NumberWords.of(value, language);
    }

    private static List<String> time(String text, String language) {
        String[] parts = text.split(":");
        int hour = Integer.parseInt(parts[0]);
        int minute = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        if (parts.length > 2 || hour < 0 || hour > 24 || minute < 0 || minute > 59) {
            throw new IllegalArgumentException("time: not hh:mm: " + text);
        }
        return NumberWords.time(hour, minute, language);
    }
}
