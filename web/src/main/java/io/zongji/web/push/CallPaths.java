package io.zongji.web.push;

import io.zongji.domain.CallId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where callers came along in the IVR and which keys they pressed, of calls in progress. Thread-safe. */
final class CallPaths {
    /** A flow that runs in circles must not fill the memory. */
    private static final int MOST_STEPS = 60;

    private final Map<CallId, List<Step>> paths = new ConcurrentHashMap<>();

    /**
     * A node that was entered.
     *
     * @param keys pressed there; empty when none
     */
    record Step(String node, String keys, Instant at) {}

    void accept(JournalEntry entry) {
        if (entry instanceof CallEvent event) {
            switch (event.type()) {
                case NODE_ENTERED -> paths.merge(event.call(), List.of(entered(event)), CallPaths::joined);
                case DIGITS_COLLECTED ->
                    paths.computeIfPresent(
                            event.call(),
                            (call, steps) -> pressed(
                                    steps, event.value(CallEventData.DIGITS).orElse("")));
                case CALL_CLEARED -> paths.remove(event.call());
                default -> {
                    // Says nothing about the way.
                }
            }
        }
    }

    /** In order; empty when nothing is known. */
    List<Step> of(CallId call) {
        return paths.getOrDefault(call, List.of());
    }

    private static Step entered(CallEvent event) {
        String label = event.value(CallEventData.LABEL)
                .filter(text -> !text.isBlank())
                .orElse(event.value(CallEventData.NODE).orElse(""));
        return new Step(label, "", event.at());
    }

    private static List<Step> joined(List<Step> before, List<Step> more) {
        if (before.size() >= MOST_STEPS) {
            return before;
        }
        return java.util.stream.Stream.concat(before.stream(), more.stream()).toList();
    }

    private static List<Step> pressed(List<Step> steps, String keys) {
        Step last = steps.get(steps.size() - 1);
        List<Step> changed = new java.util.ArrayList<>(steps.subList(0, steps.size() - 1));
        changed.add(new Step(last.node(), last.keys() + keys, last.at()));
        return List.copyOf(changed);
    }
}
