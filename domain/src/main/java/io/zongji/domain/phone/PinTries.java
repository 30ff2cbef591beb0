package io.zongji.domain.phone;

import io.zongji.domain.AgentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps PINs, which are short, from being found by trying. The fifth wrong try locks a PIN for a quarter of an hour, and from then
 * on each further one does, until a right one or a new PIN. A phone at which twenty tries were wrong, at whomever they were aimed,
 * waits a quarter of an hour without a try. A restart forgets it all. Thread-safe.
 */
public final class PinTries {

    /** How long a PIN is locked. */
    public static final Duration LOCKED = Duration.ofMinutes(15);

    private static final int OF_PIN = 5;
    private static final int AT_PHONE = 20;

    private final Clock clock;
    private final Map<AgentId, Tries> agents = new HashMap<>();
    private final Map<String, Tries> phones = new HashMap<>();

    /**
     * Wrong ones in a row.
     *
     * @param hash of the PIN that was tried; empty for a phone
     * @param last when the last was
     */
    private record Tries(String hash, int count, Instant last) {
        Tries next(Instant now) {
            return new Tries(hash, count + 1, now);
        }
    }

    public PinTries(Clock clock) {
        this.clock = clock;
    }

    /**
     * Somebody is about to try. Counts as wrong until {@link #right} is told, so that many tries at the same moment are no way around
     * this.
     *
     * @param agent whose PIN; null when there is no such agent
     * @param hash  of the PIN; when it is another than last time, tries count anew
     * @param phone where it is tried
     * @return false when it may not be tried now; that does not count
     */
    public synchronized boolean begin(AgentId agent, String hash, String phone) {
        Tries ofPin = agents.get(agent);
        if (ofPin == null || !ofPin.hash().equals(hash)) {
            ofPin = new Tries(hash, 0, Instant.EPOCH);
        }
        Tries atPhone = phones.get(phone);
        if (atPhone == null || isOver(atPhone)) {
            atPhone = new Tries("", 0, Instant.EPOCH);
        }
        if (ofPin.count() >= OF_PIN && !isOver(ofPin) || atPhone.count() >= AT_PHONE) {
            return false;
        }
        if (agent != null) {
            agents.put(agent, ofPin.next(clock.instant()));
        }
        phones.put(phone, atPhone.next(clock.instant()));
        return true;
    }

    /** What was begun was right. */
    public synchronized void right(AgentId agent, String phone) {
        agents.remove(agent);
        phones.computeIfPresent(phone, (same, tries) -> new Tries("", tries.count() - 1, tries.last()));
    }

    /** Whether the agent's PIN is locked now. */
    public synchronized boolean isLocked(AgentId agent) {
        Tries tries = agents.get(agent);
        return tries != null && tries.count() >= OF_PIN && !isOver(tries);
    }

    private boolean isOver(Tries tries) {
        return !clock.instant().isBefore(tries.last().plus(LOCKED));
    }
}
