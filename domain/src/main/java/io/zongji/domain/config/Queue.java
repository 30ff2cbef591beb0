package io.zongji.domain.config;

import io.zongji.domain.QueueId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A queue (skill group) and its rules.
 *
 * @param id                   the queue
 * @param name                 for screens
 * @param strategy             how an agent is chosen among equals
 * @param announcement         prompts when a caller begins to wait; may be empty
 * @param music                prompts repeated while waiting; may be empty for silence
 * @param positionAnnouncement how often a waiting caller hears the position; zero for never
 * @param maxWaiting           callers who may wait at a time; 0 for no limit
 * @param maxWait              how long a caller may wait; zero for no limit
 * @param offerTimeout         how long an agent's phone rings
 * @param wrapUp               time after a call before the next; zero for none
 * @param announceAgentNumber  whether the caller hears the agent's number before talking
 * @param recorded             whether conversations are recorded
 * @param refuseWithoutAgents  whether callers are turned away at once while nobody is signed in
 * @param language             of prompts, a BCP 47 tag
 * @param missedOffers         how many offers in a row an agent may leave unanswered before being set busy; 1 for the first
 * @param onTransferFailed     what becomes of its callers whom nobody takes after a blind transfer
 * @param agentAnnouncement    prompts that an agent hears before the caller is put through; may be empty
 */
public record Queue(
        QueueId id,
        String name,
        Strategy strategy,
        List<String> announcement,
        List<String> music,
        Duration positionAnnouncement,
        int maxWaiting,
        Duration maxWait,
        Duration offerTimeout,
        Duration wrapUp,
        boolean announceAgentNumber,
        boolean recorded,
        boolean refuseWithoutAgents,
        String language,
        int missedOffers,
        TransferFallback onTransferFailed,
        List<String> agentAnnouncement) {

    /** How an agent is chosen among idle ones of equal priority. */
    public enum Strategy {
        LONGEST_IDLE
    }

    public Queue {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(onTransferFailed, "onTransferFailed");
        announcement = List.copyOf(announcement);
        music = List.copyOf(music);
        agentAnnouncement = List.copyOf(agentAnnouncement);
        notNegative(id, "positionAnnouncement", positionAnnouncement);
        notNegative(id, "maxWait", maxWait);
        notNegative(id, "wrapUp", wrapUp);
        notNegative(id, "offerTimeout", offerTimeout);
        if (offerTimeout.isZero()) {
            throw new IllegalArgumentException("queue " + id + ": offerTimeout must not be zero");
        }
        if (maxWaiting < 0) {
            throw new IllegalArgumentException("queue " + id + ": maxWaiting must not be negative");
        }
        if (missedOffers < 1) {
            throw new IllegalArgumentException("queue " + id + ": missedOffers must be 1 or more");
        }
    }

    /** A queue with usual rules: longest idle, 20 s of ringing, 10 s of wrap-up, recorded, no limits. */
    public static Queue usual(QueueId id, String name) {
        return new Queue(
                id,
                name,
                Strategy.LONGEST_IDLE,
                List.of(),
                List.of(),
                Duration.ZERO,
                0,
                Duration.ZERO,
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                false,
                true,
                false,
                "zh-CN",
                1,
                TransferFallback.RELEASE,
                List.of());
    }

    public Queue withPrompts(List<String> newAnnouncement, List<String> newMusic, Duration newPositionAnnouncement) {
        return new Queue(
                id,
                name,
                strategy,
                newAnnouncement,
                newMusic,
                newPositionAnnouncement,
                maxWaiting,
                maxWait,
                offerTimeout,
                wrapUp,
                announceAgentNumber,
                recorded,
                refuseWithoutAgents,
                language,
                missedOffers,
                onTransferFailed,
                agentAnnouncement);
    }

    public Queue withLimits(int newMaxWaiting, Duration newMaxWait, boolean newRefuseWithoutAgents) {
        return new Queue(
                id,
                name,
                strategy,
                announcement,
                music,
                positionAnnouncement,
                newMaxWaiting,
                newMaxWait,
                offerTimeout,
                wrapUp,
                announceAgentNumber,
                recorded,
                newRefuseWithoutAgents,
                language,
                missedOffers,
                onTransferFailed,
                agentAnnouncement);
    }

    public Queue withTimes(Duration newOfferTimeout, Duration newWrapUp) {
        return new Queue(
                id,
                name,
                strategy,
                announcement,
                music,
                positionAnnouncement,
                maxWaiting,
                maxWait,
                newOfferTimeout,
                newWrapUp,
                announceAgentNumber,
                recorded,
                refuseWithoutAgents,
                language,
                missedOffers,
                onTransferFailed,
                agentAnnouncement);
    }

    public Queue withMissedOffers(int newMissedOffers) {
        return new Queue(
                id,
                name,
                strategy,
                announcement,
                music,
                positionAnnouncement,
                maxWaiting,
                maxWait,
                offerTimeout,
                wrapUp,
                announceAgentNumber,
                recorded,
                refuseWithoutAgents,
                language,
                newMissedOffers,
                onTransferFailed,
                agentAnnouncement);
    }

    private static void notNegative(QueueId id, String field, Duration value) {
        Objects.requireNonNull(value, field);
        if (value.isNegative()) {
            throw new IllegalArgumentException("queue " + id + ": " + field + " must not be negative");
        }
    }
}
