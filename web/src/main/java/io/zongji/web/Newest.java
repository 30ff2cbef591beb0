package io.zongji.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that holds so many entries at most, and forgets the oldest, or what was used least recently. Not thread-safe. */
public final class Newest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    private Newest(int most, boolean byUse) {
        super(16, 0.75f, byUse);
        this.most = most;
    }

    /** Forgets what was put in first. */
    public static <K, V> Newest<K, V> byAge(int most) {
        return new Newest<>(most, false);
    }

    /** Forgets what was put in or read longest ago. */
    public static <K, V> Newest<K, V> byUse(int most) {
        return new Newest<>(most, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
