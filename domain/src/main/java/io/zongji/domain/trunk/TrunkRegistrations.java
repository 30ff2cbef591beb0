package io.zongji.domain.trunk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * How we stand with the carriers at which we register. Thread-safe; listeners are told in the thread of whoever has found it
 * out, and must not block.
 */
public final class TrunkRegistrations {

    private final Map<String, RegistrationState> states = new TreeMap<>();
    private final List<Consumer<RegistrationState>> changes = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> ends = new CopyOnWriteArrayList<>();
    private volatile boolean leaving;

    /**
     * Hears of what changes.
     *
     * @param changed of each new state
     * @param ended   of the trunk at which we do not register any more
     */
    public void onChange(Consumer<RegistrationState> changed, Consumer<String> ended) {
        changes.add(changed);
        ends.add(ended);
    }

    /** It is so from now on. A refresh that succeeds is no news, and that we try again changes nothing. */
    public void note(RegistrationState now) {
        RegistrationState before;
        synchronized (states) {
            before = states.get(now.trunk());
            if (before != null && now.stage() == RegistrationState.Stage.TRYING) {
                return;
            }
            states.put(now.trunk(), now);
        }
        boolean news =
                before == null || before.stage() != now.stage() || !before.why().equals(now.why());
        if (news) {
            changes.forEach(listener -> listener.accept(now));
        }
    }

    /** We do not register at this trunk any more. */
    public void forget(String trunk) {
        boolean known;
        synchronized (states) {
            known = states.remove(trunk) != null;
        }
        if (known) {
            ends.forEach(listener -> listener.accept(trunk));
        }
    }

    /** By name; empty where we do not register. */
    public Optional<RegistrationState> state(String trunk) {
        synchronized (states) {
            return Optional.ofNullable(states.get(trunk));
        }
    }

    /** Whether we are registered nowhere, and are not about to be. */
    public boolean isEmpty() {
        synchronized (states) {
            return states.values().stream().allMatch(RegistrationState::failed);
        }
    }

    /** We go, and tell the carriers so; or are back. */
    public void leave(boolean goes) {
        leaving = goes;
    }

    public boolean isLeaving() {
        return leaving;
    }
}
