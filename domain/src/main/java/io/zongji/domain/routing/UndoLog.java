package io.zongji.domain.routing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How to take back the last operations: the inverse of every single change, in order. All changes of the engine go through
 * it. Bounded: only the last operations can be taken back.
 */
final class UndoLog {
    /** More than any service does in one transaction. */
    private static final int OPERATIONS_KEPT = 64;

    private final Deque<List<Runnable>> operations = new ArrayDeque<>();
    private List<Runnable> current = new ArrayList<>();

    /** Begins an operation. */
    void begin() {
        current = new ArrayList<>();
        operations.addLast(current);
        if (operations.size() > OPERATIONS_KEPT) {
            operations.removeFirst();
        }
    }

    /** Notes how to take back what is about to be changed. */
    void note(Runnable inverse) {
        current.add(inverse);
    }

    /** Takes the last operation back; false when none is left. */
    boolean rollback() {
        List<Runnable> last = operations.pollLast();
        if (last == null) {
            return false;
        }
        Collections.reverse(last);
        last.forEach(Runnable::run);
        current = new ArrayList<>();
        return true;
    }

    <K, V> void put(Map<K, V> map, K key, V value) {
        boolean had = map.containsKey(key);
        V old = map.put(key, value);
        note(had ? () -> map.put(key, old) : () -> map.remove(key));
    }

    <K, V> void remove(Map<K, V> map, K key) {
        if (map.containsKey(key)) {
            V old = map.remove(key);
            note(() -> map.put(key, old));
        }
    }

    <E> boolean add(Set<E> set, E element) {
        boolean added = set.add(element);
        if (added) {
            note(() -> set.remove(element));
        }
        return added;
    }

    <E> boolean remove(Set<E> set, E element) {
        boolean removed = set.remove(element);
        if (removed) {
            note(() -> set.add(element));
        }
        return removed;
    }
}
