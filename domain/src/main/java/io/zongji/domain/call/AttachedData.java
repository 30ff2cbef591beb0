package io.zongji.domain.call;

import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What IVR, agents and programs know of a call and hand on with it, wherever it goes: names and values. Bounded, so that
 * nobody's program fills the journal. An empty value takes the name away.
 *
 * @param values in the order in which the names came
 */
public record AttachedData(Map<String, String> values) {
    public static final int MOST_NAMES = 50;
    public static final int LONGEST_NAME = 64;
    public static final int LONGEST_VALUE = 1_000;

    public static final AttachedData NONE = new AttachedData(Map.of());

    /** Keeps these names apart from those of {@link io.zongji.domain.journal.CallEventData}. */
    private static final String MARK = "data.";

    public AttachedData {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * With these put over it.
     *
     * @throws IllegalArgumentException when a name is empty, or anything is longer or more than may be; says what
     */
    public AttachedData with(Map<String, String> more) {
        more.forEach(AttachedData::check);
        AttachedData after = over(more);
        if (after.values.size() > MOST_NAMES) {
            throw new IllegalArgumentException("data: a call carries at most " + MOST_NAMES + " names");
        }
        return after;
    }

    private static void check(String name, String value) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("data: a name has 1 to " + LONGEST_NAME + " characters");
        }
        if (value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException(
                    "data." + name + ": a value has at most " + LONGEST_VALUE + " characters");
        }
    }

    private AttachedData over(Map<String, String> more) {
        Map<String, String> joined = new LinkedHashMap<>(values);
        more.forEach((name, value) -> {
            if (value.isEmpty()) {
                joined.remove(name);
            } else {
                joined.put(name, value);
            }
        });
        return new AttachedData(joined);
    }

    /** After this event of the call. Two who wrote in the same moment may have had too many names: the last are left out. */
    public AttachedData after(CallEvent event) {
        if (event.type() != CallEventType.DATA_ATTACHED) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>();
        event.data().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(MARK))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> more.put(entry.getKey().substring(MARK.length()), entry.getValue()));
        Map<String, String> kept = over(more).values.entrySet().stream()
                .limit(MOST_NAMES)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, LinkedHashMap::new));
        return new AttachedData(kept);
    }

    /** The details of the event that tells of these. */
    public static Map<String, String> details(Map<String, String> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(entry -> MARK + entry.getKey(), Map.Entry::getValue));
    }
}
