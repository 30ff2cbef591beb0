package io.zongji.slee.container.profile;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The profiles of a table at one moment. Immutable but for indexes by attribute, which are made when first asked for. */
final class ProfileSnapshot {
    static final ProfileSnapshot EMPTY = new ProfileSnapshot(Map.of());

    private final Map<String, ProfileRow> rows;
    private final Map<Integer, Map<Object, List<ProfileRow>>> indexes = new ConcurrentHashMap<>();

    private ProfileSnapshot(Map<String, ProfileRow> rows) {
        this.rows = rows;
    }

    /** Null if there is no such profile. */
    ProfileRow row(String name) {
        return rows.get(name);
    }

    Collection<ProfileRow> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    /** A null row takes the profile of that name away. */
    ProfileSnapshot with(Map<String, ProfileRow> changes) {
        Map<String, ProfileRow> next = new LinkedHashMap<>(rows);
        changes.forEach((name, row) -> {
            if (row == null) {
                next.remove(name);
            } else if (name != null) {
                next.put(name, row);
            }
        });
        return new ProfileSnapshot(next);
    }

    /** The profiles whose attribute equals the value, or is an array that contains it. */
    List<ProfileRow> matching(int attribute, Object value) {
        return indexes.computeIfAbsent(attribute, this::index).getOrDefault(value, List.of());
    }

    private Map<Object, List<ProfileRow>> index(int attribute) {
        Map<Object, List<ProfileRow>> index = new HashMap<>();
        for (ProfileRow row : rows.values()) {
            Object value = row.get(attribute);
            if (value != null && value.getClass().isArray()) {
                for (int i = 0; i < Array.getLength(value); i++) {
                    index(index, Array.get(value, i), row);
                }
            } else {
                index(index, value, row);
            }
        }
        return index;
    }

    private static void index(Map<Object, List<ProfileRow>> index, Object value, ProfileRow row) {
        if (value != null) {
            index.computeIfAbsent(value, key -> new ArrayList<>(1)).add(row);
        }
    }

    /** A value that more than one profile has. */
    Optional<Object> duplicate(int attribute) {
        return indexes.computeIfAbsent(attribute, this::index).entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
