package io.zongji.media.prompt;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/** English numbers go by thousands; days are ordinals and years are read by centuries. */
final class English implements SpokenLanguage {
    @Override
    public List<String> number(long value) {
        List<String> words = new ArrayList<>();
        number(value, words);
        return words;
    }

    private static void number(long value, List<String> words) {
        if (value >= 1_000_000_000) {
            group(value, 1_000_000_000, "words/billion", words);
        } else if (value >= 1_000_000) {
            group(value, 1_000_000, "words/million", words);
        } else if (value >= 1000) {
            group(value, 1000, "words/thousand", words);
        } else if (value >= 100) {
            words.add("digits/" + value / 100);
            words.add("words/hundred");
            rest(value % 100, words);
        } else if (value >= 20) {
            words.add("words/" + value / 10 * 10);
            rest(value % 10, words);
        } else {
            words.add((value < 10 ? "digits/" : "words/") + value);
        }
    }

    private static void group(long value, long unit, String word, List<String> words) {
        number(value / unit, words);
        words.add(word);
        rest(value % unit, words);
    }

    private static void rest(long rest, List<String> words) {
        if (rest > 0) {
            number(rest, words);
        }
    }

    @Override
    public String minus() {
        return "words/minus";
    }

    @Override
    public String point() {
        return "words/point";
    }

    @Override
    public List<String> time(int hour, int minute) {
        List<String> words = number(hour);
        if (minute == 0) {
            words.add("words/oclock");
        } else {
            twoDigits(minute, words);
        }
        return words;
    }

    private static void twoDigits(int value, List<String> words) {
        if (value < 10) {
            words.add("words/oh");
        }
        number(value, words);
    }

    @Override
    public List<String> date(LocalDate date) {
        List<String> words = new ArrayList<>(date(MonthDay.from(date)));
        year(date.getYear(), words);
        return words;
    }

    /** Two thousand five, but nineteen oh five and twenty twenty-six. */
    private static void year(int year, List<String> words) {
        if (year < 1000 || year % 1000 < 10) {
            number(year, words);
            return;
        }
        number(year / 100, words);
        if (year % 100 == 0) {
            words.add("words/hundred");
        } else {
            twoDigits(year % 100, words);
        }
    }

    @Override
    public List<String> date(MonthDay day) {
        List<String> words = new ArrayList<>();
        words.add("months/" + day.getMonthValue());
        int ordinal = day.getDayOfMonth();
        if (ordinal > 20 && ordinal % 10 > 0) {
            words.add("words/" + ordinal / 10 * 10);
            ordinal = ordinal % 10;
        }
        words.add("ordinals/" + ordinal);
        return words;
    }

    @Override
    public List<String> amount(long units, int hundredths, String currency) {
        List<String> words = new ArrayList<>();
        String name = "currency/" + currency;
        if (units > 0 || hundredths == 0) {
            words.addAll(number(units));
            words.add(units == 1 ? name + "-one" : name);
        }
        if (hundredths > 0) {
            if (units > 0) {
                words.add("words/and");
            }
            number(hundredths, words);
            words.add(name + (hundredths == 1 ? "-minor-one" : "-minor"));
        }
        return words;
    }
}
