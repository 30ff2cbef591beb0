package io.zongji.media.prompt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a prompt's name means. A plain name is one recording. {@code digits:1001} reads digits, {@code number:-1001.5} a
 * number, {@code amount:12.50} or {@code amount:12.50 USD} money, {@code date:2026-11-21} or {@code date:11-21} a day,
 * {@code time:09:00} a time of day, each from recorded parts; {@code tone:busy} or {@code tone:busy?country=FR} is a tone of
 * the network, {@code say:text} a text for a speech provider, {@code silence:500} a pause in milliseconds. Any name may end
 * in {@code ?lang=en}. Pure.
 *
 * @param parts      names of recordings in order
 * @param language   of the recordings
 * @param silenceMs  a pause instead of recordings; 0 for none
 */
record SpokenPrompt(List<String> parts, String language, int silenceMs) {
    private static final Pattern OPTION = Pattern.compile("\\?(lang|country)=([\\p{L}\\p{N}_-]+)$");
    private static final Pattern DECIMAL = Pattern.compile("(-?)(\\d+)(?:\\.(\\d+))?");
    private static final Pattern AMOUNT = Pattern.compile("(-?\\d+(?:\\.\\d{1,2})?)(?: ?([A-Z]{3}))?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?::(\\d{1,2}))?");
    private static final int MAX_SILENCE_MS = 600_000;

    SpokenPrompt {
        parts = List.copyOf(parts);
    }

    /**
     * @param home language and country of what names none
     * @throws IllegalArgumentException if the text after the colon does not fit the kind
     */
    static SpokenPrompt of(String name, Locale home) {
        String plain = name;
        String language = home.getLanguage();
        String country = home.getCountry();
        Matcher option = OPTION.matcher(plain);
        while (option.find()) {
            language = option.group(1).equals("lang") ? option.group(2) : language;
            country = option.group(1).equals("country") ? option.group(2) : country;
            plain = plain.substring(0, option.start());
            option.reset(plain);
        }
        int colon = plain.indexOf(':');
        if (colon < 0) {
            return new SpokenPrompt(List.of(plain), language, 0);
        }
        String kind = plain.substring(0, colon);
        String text = plain.substring(colon + 1);
        if (kind.equals("silence")) {
            return new SpokenPrompt(List.of(), language, silence(text));
        }
        return new SpokenPrompt(parts(kind, text, SpokenLanguage.of(language), country), language, 0);
    }

    private static List<String> parts(String kind, String text, SpokenLanguage language, String country) {
        return switch (kind) {
            case "digits" -> digits(text);
            case "number" -> number(text, language);
            case "amount" -> amount(text, language, country);
            case "date" -> date(text, language);
            case "time" -> time(text, language);
            case "tone" -> List.of(TonePrompts.name(text, country));
            case "say" -> List.of(SpeechPrompts.name(text));
            default -> throw new IllegalArgumentException("Unknown kind of prompt: " + kind);
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

    private static List<String> number(String text, SpokenLanguage language) {
        Matcher number = DECIMAL.matcher(text);
        if (!number.matches()) {
            throw new IllegalArgumentException("number: not like -12.5: " + text);
        }
        List<String> parts = new ArrayList<>();
        if (!number.group(1).isEmpty()) {
            parts.add(language.minus());
        }
        parts.addAll(whole(number.group(2), language));
        if (number.group(3) != null) {
            parts.add(language.point());
            parts.addAll(digits(number.group(3)));
        }
        return parts;
    }

    private static List<String> whole(String digits, SpokenLanguage language) {
        boolean large = digits.length() > Long.toString(SpokenLanguage.LARGEST).length();
        return large ? digits(digits) : language.number(Long.parseLong(digits));
    }

    private static List<String> amount(String text, SpokenLanguage language, String country) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            throw new IllegalArgumentException("amount: not like 12.50 or 12.50 USD: " + text);
        }
        BigDecimal value = new BigDecimal(amount.group(1));
        BigDecimal units = value.abs().setScale(0, RoundingMode.DOWN);
        if (units.compareTo(BigDecimal.valueOf(SpokenLanguage.LARGEST)) > 0) {
            throw new IllegalArgumentException("amount: too large to be spoken: " + text);
        }
        String currency = amount.group(2) == null ? currencyOf(country) : amount.group(2);
        List<String> parts = new ArrayList<>();
        if (value.signum() < 0) {
            parts.add(language.minus());
        }
        int hundredths = value.abs().subtract(units).movePointRight(2).intValueExact();
        parts.addAll(language.amount(units.longValueExact(), hundredths, currency.toLowerCase(Locale.ROOT)));
        return parts;
    }

    private static String currencyOf(String country) {
        return Currency.getInstance(new Locale("", country)).getCurrencyCode();
    }

    private static List<String> date(String text, SpokenLanguage language) {
        try {
            return text.length() <= "11-21".length()
                    ? language.date(MonthDay.parse("--" + text))
                    : language.date(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("date: not like 2026-11-21 or 11-21: " + text, e);
        }
    }

    private static List<String> time(String text, SpokenLanguage language) {
        Matcher time = TIME.matcher(text);
        int hour = time.matches() ? Integer.parseInt(time.group(1)) : -1;
        int minute = hour >= 0 && time.group(2) != null ? Integer.parseInt(time.group(2)) : 0;
        if (hour < 0 || hour > 24 || minute > 59) {
            throw new IllegalArgumentException("time: not hh:mm: " + text);
        }
        return language.time(hour, minute);
    }
}
