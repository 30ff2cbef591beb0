package io.zongji.media.prompt;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/** Chinese numbers go by units of ten thousand, and a skipped place within one is read as one zero. */
final class Chinese implements SpokenLanguage {
    private static final long HUNDRED_MILLION = 100_000_000;
    private static final long TEN_THOUSAND = 10_000;
    private static final String TWO_OF_SOMETHING = "words/liang";

    @Override
    public List<String> number(long value) {
        List<String> words = new ArrayList<>();
        number(value, words);
        return words;
    }

    private static void number(long value, List<String> words) {
        if (value >= 10 && value < 20) {
            words.add("words/shi");
            rest(value % 10, 10, words);
        } else {
            units(value, words);
        }
    }

    private static void units(long value, List<String> words) {
        if (value >= HUNDRED_MILLION) {
            group(value, HUNDRED_MILLION, "words/yi", words);
        } else if (value >= TEN_THOUSAND) {
            group(value, TEN_THOUSAND, "words/wan", words);
        } else if (value >= 1000) {
            place(value, 1000, "words/qian", words);
        } else if (value >= 100) {
            place(value, 100, "words/bai", words);
        } else if (value >= 10) {
            place(value, 10, "words/shi", words);
        } else {
            words.add("digits/" + value);
        }
    }

    private static void group(long value, long unit, String word, List<String> words) {
        number(value / unit, words);
        words.add(word);
        rest(value % unit, unit, words);
    }

    private static void place(long value, int unit, String word, List<String> words) {
        words.add("digits/" + value / unit);
        words.add(word);
        rest(value % unit, unit, words);
    }

    /** 1001 is one thousand zero one. */
    private static void rest(long rest, long unit, List<String> words) {
        if (rest == 0) {
            return;
        }
        if (rest < unit / 10) {
            words.add("digits/0");
        }
        units(rest, words);
    }

    /** Two of something are spoken by another word than the number two. */
    private List<String> counted(long count) {
        return count == 2 ? List.of(TWO_OF_SOMETHING) : number(count);
    }

    @Override
    public String minus() {
        return "words/fu";
    }

    @Override
    public String point() {
        return "words/dian";
    }

    @Override
    public List<String> time(int hour, int minute) {
        List<String> words = new ArrayList<>(counted(hour));
        words.add("words/dian");
        if (minute > 0) {
            if (minute < 10) {
                words.add("digits/0");
            }
            number(minute, words);
            words.add("words/fen");
        }
        return words;
    }

    @Override
    public List<String> date(LocalDate date) {
        List<String> words = new ArrayList<>();
        for (char digit : String.valueOf(date.getYear()).toCharArray()) {
            words.add("digits/" + digit);
        }
        words.add("words/nian");
        words.addAll(date(MonthDay.from(date)));
        return words;
    }

    @Override
    public List<String> date(MonthDay day) {
        List<String> words = new ArrayList<>(number(day.getMonthValue()));
        words.add("words/yue");
        number(day.getDayOfMonth(), words);
        words.add("words/ri");
        return words;
    }

    @Override
    public List<String> amount(long units, int hundredths, String currency) {
        List<String> words = new ArrayList<>();
        if (units > 0 || hundredths == 0) {
            words.addAll(counted(units));
            words.add("currency/" + currency);
        }
        if (currency.equals("cny")) {
            tenthsAndHundredths(units, hundredths, words);
        } else if (hundredths > 0) {
            words.addAll(counted(hundredths));
            words.add("currency/" + currency + "-minor");
        }
        return words;
    }

    private void tenthsAndHundredths(long units, int hundredths, List<String> words) {
        if (hundredths >= 10) {
            words.addAll(counted(hundredths / 10));
            words.add("words/jiao");
        } else if (units > 0 && hundredths > 0) {
            words.add("digits/0");
        }
        if (hundredths % 10 > 0) {
            words.addAll(counted(hundredths % 10));
            words.add("words/fen");
        }
    }
}
