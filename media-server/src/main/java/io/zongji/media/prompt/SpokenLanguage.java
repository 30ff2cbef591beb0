package io.zongji.media.prompt;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/**
 * How a language puts together what is spoken from recorded words. Words are names of recordings: {@code digits/0} to
 * {@code digits/9}, {@code words/<word>}, {@code currency/<code>}, {@code months/<number>}, {@code ordinals/<number>}. Pure.
 */
interface SpokenLanguage {
    /** The largest number that is spoken as one; the digits of a larger one are read. */
    long LARGEST = 999_999_999_999L;

    /** Any language that is not English is put together as Chinese is. */
    static SpokenLanguage of(String language) {
        return language.startsWith("en") ? new English() : new Chinese();
    }

    /** @param value from 0 to {@link #LARGEST} */
    List<String> number(long value);

    /** The word before a number below zero. */
    String minus();

    /** The word between a number and the digits of its fraction. */
    String point();

    /** @param hour from 0 to 24 */
    List<String> time(int hour, int minute);

    List<String> date(LocalDate date);

    List<String> date(MonthDay day);

    /**
     * An amount of money, not below zero.
     *
     * @param units      up to {@link #LARGEST}
     * @param hundredths from 0 to 99
     * @param currency   code of ISO 4217 in lower case
     */
    List<String> amount(long units, int hundredths, String currency);
}
