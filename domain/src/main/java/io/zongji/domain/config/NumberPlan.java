package io.zongji.domain.config;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the numbers of a country are written (E.164, E.123): the same phone is {@code 13800138000} at home, {@code 013800138000}
 * from another city, {@code +8613800138000} and {@code 008613800138000} from abroad.
 *
 * @param code          of the country, without plus
 * @param international what is dialled before a country's code
 * @param trunk         what is dialled before a number of another area; empty where there is nothing
 */
public record NumberPlan(String code, String international, String trunk) {
    /** By ISO 3166; those whose tones the call centre knows. */
    private static final Map<String, NumberPlan> PLANS = Map.of(
            "CN", new NumberPlan("86", "00", "0"),
            "DE", new NumberPlan("49", "00", "0"),
            "FR", new NumberPlan("33", "00", "0"),
            "GB", new NumberPlan("44", "00", "0"),
            "HK", new NumberPlan("852", "001", ""),
            "JP", new NumberPlan("81", "010", "0"),
            "SG", new NumberPlan("65", "000", ""),
            "US", new NumberPlan("1", "011", "1"));

    /** Shorter ones are extensions and services, which are written in one way only. */
    private static final Pattern SUBSCRIBER = Pattern.compile("\\+?\\d{7,18}");

    /** The plan of a country, in ISO 3166; China's when it is none of those known. */
    public static NumberPlan of(String country) {
        return PLANS.getOrDefault(country.toUpperCase(Locale.ROOT), PLANS.get("CN"));
    }

    /**
     * All ways to write a number, the one that was given first.
     *
     * @param number without separators, see {@link PhoneNumber#normalise}
     */
    public Set<String> spellings(String number) {
        Set<String> spellings = new LinkedHashSet<>(Set.of(number));
        if (!SUBSCRIBER.matcher(number).matches()) {
            return spellings;
        }
        String abroad = abroad(number);
        if (abroad != null && !abroad.startsWith(code)) {
            spellings.add("+" + abroad);
            spellings.add(international + abroad);
            return spellings;
        }
        String home = abroad == null ? withoutTrunk(number) : abroad.substring(code.length());
        spellings.add(home);
        spellings.add(trunk + home);
        spellings.add("+" + code + home);
        spellings.add(international + code + home);
        return spellings;
    }

    /** With the country's code, but without what stands before it; null when it is written as at home. */
    private String abroad(String number) {
        if (number.startsWith("+")) {
            return number.substring(1);
        }
        return number.startsWith(international) ? number.substring(international.length()) : null;
    }

    private String withoutTrunk(String number) {
        return number.startsWith(trunk) ? number.substring(trunk.length()) : number;
    }
}
