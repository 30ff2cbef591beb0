package io.zongji.sbb.cti;

import io.zongji.domain.config.TrunkRegistration;
import io.zongji.ra.sip.auth.DigestAnswer;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Our registration at one carrier (RFC 3261, 10.2): what was asked last, and when to ask again. Immutable.
 *
 * @param to         where, and with what
 * @param contact    user part of the contact that is registered
 * @param callId     the same for all requests of one registration, as the numbers go on
 * @param sequence   number of the last request; 0 before the first
 * @param expiry     for how long we ask, which a carrier may have found too short; zero to be registered no more
 * @param digest     how the carrier wants to be told who we are; null before it has asked
 * @param challenges how often it has asked since it was content last
 * @param branch     of the open request; null when none is
 * @param at         when the open request was sent, or the next one is due
 * @param until      how long we are registered; null when we are not
 */
record CarrierBinding(
        TrunkRegistration to,
        String contact,
        String callId,
        long sequence,
        Duration expiry,
        DigestAnswer digest,
        int challenges,
        String branch,
        Instant at,
        Instant until)
        implements Serializable {

    private static final int MOST_CHALLENGES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How long a carrier that has said no, or nothing, is left alone. */
    private static final Duration REST = Duration.ofSeconds(30);

    private static final Duration LONG_REST = Duration.ofMinutes(5);
    private static final Duration EARLY = Duration.ofSeconds(60);

    /** To be asked at once. */
    static CarrierBinding begin(TrunkRegistration to, String contact, String callId, Instant now) {
        return new CarrierBinding(to, contact, callId, 0, to.expiry(), null, 0, null, now, null);
    }

    boolean isOpen() {
        return branch != null;
    }

    boolean isLeaving() {
        return expiry.isZero();
    }

    boolean isDue(Instant now) {
        return !isOpen() && !now.isBefore(at);
    }

    boolean isOverdue(Instant now) {
        return isOpen() && now.isAfter(at.plus(PATIENCE));
    }

    /** Whether the carrier may still send us calls, as far as we know. */
    boolean isKnownThere(Instant now) {
        return isOpen() || until != null && now.isBefore(until);
    }

    /** The next request, with credentials if the carrier is known to want them. */
    CarrierBinding next() {
        DigestAnswer answer = digest == null ? null : digest.next();
        return new CarrierBinding(to, contact, callId, sequence + 1, expiry, answer, challenges, branch, at, until);
    }

    CarrierBinding sent(String newBranch, Instant now) {
        return new CarrierBinding(to, contact, callId, sequence, expiry, digest, challenges, newBranch, now, until);
    }

    boolean takesChallenge() {
        return challenges < MOST_CHALLENGES;
    }

    CarrierBinding challenged(DigestAnswer answer, Instant now) {
        return new CarrierBinding(to, contact, callId, sequence, expiry, answer, challenges + 1, null, now, until);
    }

    /** The carrier wants longer registrations (423). */
    CarrierBinding lengthened(Duration least, Instant now) {
        return new CarrierBinding(to, contact, callId, sequence, least, digest, challenges + 1, null, now, until);
    }

    /** Registered for so long, and refreshed well before the end. */
    CarrierBinding registered(Duration granted, Instant now) {
        Duration refresh = granted.compareTo(EARLY.multipliedBy(2)) > 0 ? granted.minus(EARLY) : granted.dividedBy(2);
        return new CarrierBinding(
                to, contact, callId, sequence, expiry, digest, 0, null, now.plus(refresh), now.plus(granted));
    }

    /** @param busy the carrier may well think better of it soon */
    CarrierBinding failed(boolean busy, Instant now) {
        Instant again = now.plus(busy ? REST : LONG_REST);
        return new CarrierBinding(to, contact, callId, sequence, expiry, null, 0, null, again, null);
    }

    /** To be registered no more, as soon as the carrier can be told. */
    CarrierBinding leaving(Instant now) {
        return new CarrierBinding(to, contact, callId, sequence, Duration.ZERO, digest, 0, null, now, until);
    }
}
