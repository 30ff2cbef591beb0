package io.zongji.slee.container.inspection;

import java.util.Map;
import java.util.WeakHashMap;

/**
 * Short names for activities and entity trees, given when one is first shown: what nobody looks at costs nothing. A number
 * is never given twice. Thread-safe.
 */
final class Numbers {
    /** By identity, since neither activity contexts nor trees have an equality of their own. */
    private final Map<Object, Integer> numbers = new WeakHashMap<>();

    private int last;

    synchronized int of(Object thing) {
        return numbers.computeIfAbsent(thing, key -> ++last);
    }

    synchronized boolean isOf(Object thing, int number) {
        Integer given = numbers.get(thing);
        return given != null && given == number;
    }
}
