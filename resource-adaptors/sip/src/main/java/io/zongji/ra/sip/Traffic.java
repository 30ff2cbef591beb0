package io.zongji.ra.sip;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sip.message.Request;

/** Counts the messages that come in. Thread-safe. */
final class Traffic {

    /** Whoever sends may invent methods: those count as one. */
    private static final Set<String> METHODS = Set.of(
            Request.INVITE,
            Request.ACK,
            Request.BYE,
            Request.CANCEL,
            Request.OPTIONS,
            Request.REGISTER,
            Request.INFO,
            Request.PRACK,
            Request.UPDATE,
            Request.REFER,
            Request.SUBSCRIBE,
            Request.NOTIFY,
            Request.MESSAGE,
            Request.PUBLISH);

    private final Map<String, LongAdder> requests =
            METHODS.stream().collect(Collectors.toMap(Function.identity(), method -> new LongAdder()));
    private final LongAdder otherRequests = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder[] responses = new LongAdder[7];

    Traffic() {
        for (int i = 0; i < responses.length; i++) {
            responses[i] = new LongAdder();
        }
    }

    void request(String method, boolean again) {
        requests.getOrDefault(method, otherRequests).increment();
        if (again) {
            repeated.increment();
        }
    }

    void response(int status) {
        int kind = status / 100;
        if (kind > 0 && kind < responses.length) {
            responses[kind].increment();
        }
    }

    /** By method; {@code other} is what RFC 3261 and its usual extensions do not know. */
    Map<String, Long> requests() {
        Map<String, Long> counts = new TreeMap<>();
        requests.forEach((method, count) -> counts.put(method, count.sum()));
        counts.put("other", otherRequests.sum());
        return counts;
    }

    long repeated() {
        return repeated.sum();
    }

    /** By class, {@code 1xx} to {@code 6xx}. */
    Map<String, Long> responses() {
        Map<String, Long> counts = new TreeMap<>();
        for (int kind = 1; kind < responses.length; kind++) {
            counts.put(kind + "xx", responses[kind].sum());
        }
        return counts;
    }
}
