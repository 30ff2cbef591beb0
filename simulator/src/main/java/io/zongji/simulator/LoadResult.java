package io.zongji.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the calls of a load run.
 *
 * @param outcomes     how many calls ended how
 * @param failures     one line for each call that did not end as it should have
 * @param longestOffer the longest time from a caller's INVITE to its agent's ringing
 * @param took         from the first call to the last one's end
 */
public record LoadResult(Map<String, Integer> outcomes, List<String> failures, Duration longestOffer, Duration took) {

    private static final int SHOWN = 20;

    public LoadResult {
        outcomes = new TreeMap<>(outcomes);
        failures = List.copyOf(failures);
    }

    public int calls() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A summary for people. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(calls() + " calls in " + took.toSeconds() + " s, longest wait for an agent "
                        + longestOffer.toMillis() + " ms, " + failures.size() + " failures\n");
        outcomes.forEach((outcome, count) -> text.append(String.format("%7d  %s%n", count, outcome)));
        failures.stream()
                .limit(SHOWN)
                .forEach(line -> text.append("FAILED   ").append(line).append('\n'));
        if (failures.size() > SHOWN) {
            text.append("and ").append(failures.size() - SHOWN).append(" more\n");
        }
        return text.toString();
    }
}
