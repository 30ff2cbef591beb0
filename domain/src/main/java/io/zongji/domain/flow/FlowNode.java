package io.zongji.domain.flow;

import io.zongji.domain.QueueId;
import io.zongji.domain.calendar.ServiceTime;
import io.zongji.domain.call.AttachedData;
import io.zongji.domain.call.Cause;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One module of a flow. A link is the id of another node; null when it is not drawn yet. Prompts are names that the media
 * server knows.
 */
public sealed interface FlowNode extends Serializable {

    /** Unique in the flow; shown in call traces. */
    String id();

    /** A name by the author; may be empty. */
    String label();

    /** The type's name in flow documents and journals. */
    String type();

    /** The links that lead on, by the name of the field that holds them. */
    Map<String, String> links();

    /** Where every call begins. */
    record Start(String id, String label, String next) implements FlowNode {
        public Start {
            requireNames(id, label);
        }

        @Override
        public String type() {
            return "start";
        }

        @Override
        public Map<String, String> links() {
            return Collections.singletonMap("next", next);
        }
    }

    /**
     * Plays prompts.
     *
     * @param bargeIn whether a key stops them
     */
    record Play(String id, String label, List<String> prompts, boolean bargeIn, String next) implements FlowNode {
        public Play {
            requireNames(id, label);
            prompts = List.copyOf(prompts);
        }

        @Override
        public String type() {
            return "play";
        }

        @Override
        public Map<String, String> links() {
            return Collections.singletonMap("next", next);
        }
    }

    /**
     * Branches by one key.
     *
     * @param timeoutPrompts played before the previous node runs again
     * @param errorPrompts   played after a key that no branch has
     * @param maxErrors      this many wrong keys are forgiven; one more ends the call
     * @param timeout        how long to wait for a key after the prompts
     * @param keys           {@code 0-9 * #} to the id of the node
     */
    record Menu(
            String id,
            String label,
            List<String> prompts,
            List<String> timeoutPrompts,
            List<String> errorPrompts,
            int maxErrors,
            Duration timeout,
            Map<String, String> keys)
            implements FlowNode {
        public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);
        public static final int USUAL_MAX_ERRORS = 3;

        public Menu {
            requireNames(id, label);
            Objects.requireNonNull(timeout, "timeout");
            prompts = List.copyOf(prompts);
            timeoutPrompts = List.copyOf(timeoutPrompts);
            errorPrompts = List.copyOf(errorPrompts);
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
            if (maxErrors < 0) {
                throw new IllegalArgumentException("node " + id + ": maxErrors must not be negative");
            }
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("node " + id + ": timeout must be positive");
            }
        }

        @Override
        public String type() {
            return "menu";
        }

        @Override
        public Map<String, String> links() {
            Map<String, String> links = new LinkedHashMap<>();
            keys.forEach((key, target) -> links.put("keys." + key, target));
            return links;
        }
    }

    /** Branches by working hours. */
    record ServiceHours(String id, String label, ServiceTime hours, String open, String closed) implements FlowNode {
        public ServiceHours {
            requireNames(id, label);
            Objects.requireNonNull(hours, "hours");
        }

        @Override
        public String type() {
            return "serviceTime";
        }

        @Override
        public Map<String, String> links() {
            Map<String, String> links = new LinkedHashMap<>();
            links.put("open", open);
            links.put("closed", closed);
            return links;
        }
    }

    /**
     * Sends the caller to a queue.
     *
     * @param queue    the queue
     * @param priority 0 is normal, higher goes first
     * @param overflow where to go on when the queue turns the caller away; null to hang up
     */
    record ToAgent(String id, String label, QueueId queue, int priority, String overflow) implements FlowNode {
        public ToAgent {
            requireNames(id, label);
            Objects.requireNonNull(queue, "queue");
        }

        @Override
        public String type() {
            return "toAgent";
        }

        @Override
        public Map<String, String> links() {
            return overflow == null ? Map.of() : Map.of("overflow", overflow);
        }
    }

    /**
     * Takes a message.
     *
     * @param prompts     asked before it; end with the tone
     * @param maxDuration the message's limit
     * @param maxSilence  ends the message
     * @param next        after the message
     */
    record Voicemail(
            String id, String label, List<String> prompts, Duration maxDuration, Duration maxSilence, String next)
            implements FlowNode {
        public static final Duration USUAL_MAX_DURATION = Duration.ofMinutes(2);
        public static final Duration USUAL_MAX_SILENCE = Duration.ofSeconds(5);

        public Voicemail {
            requireNames(id, label);
            prompts = List.copyOf(prompts);
            if (maxDuration.isNegative() || maxDuration.isZero()) {
                throw new IllegalArgumentException("node " + id + ": maxDuration must be positive");
            }
            if (maxSilence.isNegative() || maxSilence.isZero()) {
                throw new IllegalArgumentException("node " + id + ": maxSilence must be positive");
            }
        }

        @Override
        public String type() {
            return "voicemail";
        }

        @Override
        public Map<String, String> links() {
            return Collections.singletonMap("next", next);
        }
    }

    /**
     * Notes something on the call, for whoever takes it.
     *
     * @param data names and values as {@link AttachedData} takes them
     */
    record Attach(String id, String label, Map<String, String> data, String next) implements FlowNode {
        public Attach {
            requireNames(id, label);
            data = AttachedData.NONE.with(data).values();
        }

        @Override
        public String type() {
            return "attach";
        }

        @Override
        public Map<String, String> links() {
            return Collections.singletonMap("next", next);
        }
    }

    /** Ends the call with a cause. */
    record HangUp(String id, String label, Cause cause) implements FlowNode {
        public HangUp {
            requireNames(id, label);
            Objects.requireNonNull(cause, "cause");
        }

        @Override
        public String type() {
            return "hangup";
        }

        @Override
        public Map<String, String> links() {
            return Map.of();
        }
    }

    /** The regular end of a flow; the call is released. */
    record End(String id, String label) implements FlowNode {
        public End {
            requireNames(id, label);
        }

        @Override
        public String type() {
            return "end";
        }

        @Override
        public Map<String, String> links() {
            return Map.of();
        }
    }

    /** The ids of the nodes that this one leads to, without links not drawn yet. */
    default List<String> targets() {
        List<String> targets = new ArrayList<>(links().values());
        targets.removeIf(Objects::isNull);
        return targets;
    }

    private static void requireNames(String id, String label) {
        Objects.requireNonNull(label, "label");
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("node: an id is needed");
        }
    }
}
