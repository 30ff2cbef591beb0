package io.zongji.domain.trunk;

import io.zongji.domain.config.Trunk;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Which trunks work, as far as calls and probes have found out. A trunk that was never used is believed to. Thread-safe;
 * listeners are told in the thread of whoever has found it out, and must not block.
 */
public final class TrunkHealth {

    /** How long a trunk that nobody probes is left alone after a failure; then a call tries it again. */
    public static final Duration REST = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<String, TrunkState> states = new TreeMap<>();
    private final List<Consumer<TrunkState>> listeners = new CopyOnWriteArrayList<>();

    public TrunkHealth(Clock clock) {
        this.clock = clock;
    }

    /** Hears of each trunk that goes down or comes back. */
    public void onChange(Consumer<TrunkState> listener) {
        listeners.add(listener);
    }

    /** The trunk has answered something. */
    public void answered(String trunk) {
        note(trunk, true, "");
    }

    /** The trunk has not answered, or said that it cannot do its work. */
    public void failed(String trunk, String why) {
        note(trunk, false, why);
    }

    /** Forgets the trunks that are not set up any more; whoever was told that one is down hears that it is so no more. */
    public void keepOnly(Set<String> trunks) {
        List<TrunkState> gone;
        synchronized (states) {
            gone = states.values().stream()
                    .filter(state -> !trunks.contains(state.trunk()))
                    .toList();
            states.keySet().retainAll(trunks);
        }
        gone.stream()
                .filter(state -> !state.up())
                .map(state -> new TrunkState(state.trunk(), true, clock.instant(), ""))
                .forEach(state -> listeners.forEach(listener -> listener.accept(state)));
    }

    private void note(String trunk, boolean up, String why) {
        TrunkState now = new TrunkState(trunk, up, clock.instant(), why);
        boolean changed;
        synchronized (states) {
            TrunkState before = states.get(trunk);
            changed = before == null ? !up : before.up() != up;
            // A further failure begins the rest anew, else each call would try a dead trunk after the first rest.
            if (changed || before == null || !up) {
                states.put(trunk, now);
            }
        }
        if (changed) {
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    /** Whether a call should be tried over this trunk. */
    public boolean isUsable(Trunk trunk) {
        synchronized (states) {
            TrunkState state = states.get(trunk.name());
            boolean probed =
                    trunk.outbound() != null && !trunk.outbound().probe().isZero();
            return state == null
                    || state.up()
                    || !probed && !clock.instant().isBefore(state.since().plus(REST));
        }
    }

    /** What is known of the trunks that were used or probed, by name. */
    public List<TrunkState> states() {
        synchronized (states) {
            return List.copyOf(states.values());
        }
    }
}
