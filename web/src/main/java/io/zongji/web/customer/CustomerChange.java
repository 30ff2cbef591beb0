package io.zongji.web.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.zongji.domain.config.PhoneNumber;
import io.zongji.store.entity.CustomerLevel;
import io.zongji.store.entity.CustomerRow;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is to be different: a field that is null stays as it is.
 *
 * @param numbers all numbers the customer is to have, without what people write between digits
 * @param version the version that was changed; null to change whatever is there
 */
public record CustomerChange(
        String name, String company, CustomerLevel level, String notes, Set<String> numbers, Integer version) {
    private static final int LONGEST_NAME = 200;
    static final int LONGEST_NOTES = 10_000;
    private static final int MOST_NUMBERS = 50;
    /** Also a SIP user, or the name of an extension. */
    private static final Pattern NUMBER = Pattern.compile("[+*#\\w.@-]{1,64}");

    /** People write spaces between digits, not in a name that a phone can have. */
    private static final Pattern WORDS = Pattern.compile("\\p{L}\\s|\\s\\p{L}");

    /**
     * Reads {@code name}, {@code company}, {@code level}, {@code notes}, {@code numbers} and {@code version}.
     *
     * @throws IllegalArgumentException when one of them cannot be; says which and what would be right
     */
    public static CustomerChange read(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("The body is no object");
        }
        return new CustomerChange(
                text(json, "name", LONGEST_NAME),
                text(json, "company", LONGEST_NAME),
                level(json.path("level").asText(null)),
                text(json, "notes", LONGEST_NOTES),
                json.has("numbers") ? numbers(json.path("numbers")) : null,
                json.has("version") ? Integer.valueOf(json.path("version").asInt()) : null);
    }

    private static String text(JsonNode json, String field, int longest) {
        String text = json.path(field).asText(null);
        if (text != null && text.length() > longest) {
            throw new IllegalArgumentException(field + ": at most " + longest + " characters");
        }
        return field.equals("notes") || text == null ? text : text.strip();
    }

    private static CustomerLevel level(String text) {
        return text == null
                ? null
                : Arrays.stream(CustomerLevel.values())
                        .filter(level -> level.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "level: '" + text + "' is none of " + Arrays.toString(CustomerLevel.values())));
    }

    private static Set<String> numbers(JsonNode json) {
        Set<String> numbers = new LinkedHashSet<>();
        json.forEach(each -> {
            String written = each.asText().strip();
            String number = PhoneNumber.normalise(written);
            if (!number.isEmpty()
                    && (!NUMBER.matcher(number).matches()
                            || WORDS.matcher(written).find())) {
                throw new IllegalArgumentException("numbers: '" + written + "' is no number");
            }
            if (!number.isEmpty()) {
                numbers.add(number);
            }
        });
        if (numbers.size() > MOST_NUMBERS) {
            throw new IllegalArgumentException("numbers: at most " + MOST_NUMBERS);
        }
        return numbers;
    }

    /** Writes the fields that are to be different; numbers are rows of their own. */
    void applyTo(CustomerRow row) {
        row.setName(name == null ? row.getName() : name);
        row.setCompany(company == null ? row.getCompany() : company);
        row.setLevel(level == null ? row.getLevel() : level);
        row.setNotes(notes == null ? row.getNotes() : notes);
    }
}
