package io.zongji.media.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers and times of day as recorded words, in Chinese (any language that is not English) and English. Words are
 * {@code digits/0} to {@code digits/9} and {@code words/<word>}. Pure.
 */
final class NumberWords {
    static final long MAX = 99_999_999;

    private NumberWords() {}

    static List<String> of(long value, String language) {
        List<String> words = new ArrayList<>();
        if (language.startsWith("en")) {
            english(value, words);
        } else {
            chinese(value, words);
        }
        return words;
    }

    static List<String> time(int hour, int minute, String language) {
        List<String> words = new ArrayList<>(of(hour, language));
        if (language.startsWith("en")) {
            if (minute == 0) {
                words.add("words/oclock");
            } else {
                if (minute < 10) {
                    words.add("words/oh");
                }
                words.addAll(of(minute, language));
            }
            return words;
        }
        if (hour == 2) {
            words.set(0, "words/liang");
        }
        words.add("words/dian");
        if (minute > 0) {
            if (minute < 10) {
                words.add("digits/0");
            }
            words.addAll(of(minute, language));
            words.add("words/fen");
        }
        return words;
    }

    private static void chinese(long value, List<String> words) {
        if (value < 10) {
            words.add("digits/" + value);
        } else if (value < 20) {
            words.add("words/shi");
            chineseRest(value % 10, 10, words);
        } else {
            chineseUnits(value, words);
        }
    }

    private static void chineseUnits(long value, List<String> words) {
        if (value >= 10_000) {
            chinese(value / 10_000, words);
            words.add("words/wan");
            chineseRest(value % 10_000, 10_000, words);
        } else if (value >= 1000) {
            words.add("digits/" + value / 1000);
            words.add("words/qian");
            chineseRest(value % 1000, 1000, words);
        } else if (value >= 100) {
            words.add("digits/" + value / 100);
            words.add("words/bai");
            chineseRest(value % 100, 100, words);
        } else if (value >= 10) {
            words.add("digits/" + value / 10);
            words.add("words/shi");
            chineseRest(value % 10, 10, words);
        } else {
            words.add("digits/" + value);
        }
    }

    /** Within a number a skipped place is read as one zero: 1001 is one thousand zero one. */
    private static void chineseRest(long rest, long place, List<String> words) {
        if (rest == 0) {
            return;
        }
        if (rest < place / 10) {
            words.add("digits/0");
        }
        chineseUnits(rest, words);
    }

    private static void english(long value, List<String> words) {
        if (value >= 1_000_000) {
            english(value / 1_000_000, words);
            words.add("words/million");
            englishRest(value % 1_000_000, words);
        } else if (value >= 1000) {
            english(value / 1000, words);
            words.add("words/thousand");
            englishRest(value % 1000, words);
        } else if (value >= 100) {
            words.add("digits/" + value / 100);
            words.add("words/hundred");
            englishRest(value % 100, words);
        } else if (value >= 20) {
            words.add("words/" + value / 10 * 10);
            englishRest(value % 10, words);
        } else {
            words.add((value < 10 ? "digits/" : "words/") + value);
        }
    }

    private static void englishRest(long rest, List<String> words) {
        if (rest > 0) {
            english(rest, words);
        }
    }
}
