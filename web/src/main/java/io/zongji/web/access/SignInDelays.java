package io.zongji.web.access;

import io.zongji.web.Newest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * How long somebody must wait before the next try to sign in, after failures. Guessing is slowed down; nobody is locked out:
 *
 * <ul>
 *   <li>The longest waits belong to one name from one address. A stranger who guesses at an agent's password delays that
 *       stranger, not the agent, who signs in from somewhere else.
 *   <li>An address that tries many names waits too, and so does a name that is tried from many addresses; both for at most a
 *       minute, since others share the address of an office, and the name has an owner. Neither holds for a name at an address
 *       where it has signed in before: those who work there go on working while they are attacked.
 *   <li>Tries while one has to wait are not looked at and not counted, so a wait always ends.
 * </ul>
 *
 * <p>Kept in memory, by each server of its own: a restart forgets it, and of very many tries the oldest are forgotten. Thread-safe.
 */
@ApplicationScoped
public class SignInDelays {
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final int KEPT = 20_000;
    private static final int LONGEST_NAME = 200;

    /** From which failure on one waits, how long at first, and at most; each further failure doubles it. */
    private enum Rule {
        NAME_AT_ADDRESS(5, Duration.ofSeconds(15), Duration.ofMinutes(5)),
        NAMES_OF_ADDRESS(20, Duration.ofSeconds(60), Duration.ofSeconds(60)),
        NAME(50, Duration.ofSeconds(30), Duration.ofSeconds(30));

        private final int from;
        private final Duration first;
        private final Duration longest;

        Rule(int from, Duration first, Duration longest) {
            this.from = from;
            this.first = first;
            this.longest = longest;
        }

        Duration after(int failures) {
            if (failures < from) {
                return Duration.ZERO;
            }
            Duration wait = first.multipliedBy(1L << Math.min(failures - from, 20));
            return wait.compareTo(longest) < 0 ? wait : longest;
        }
    }

    /** An empty text stands for all of them. Names are cut: strangers may send any. */
    private record Subject(String login, String address) {
        Subject {
            login = login.length() > LONGEST_NAME ? login.substring(0, LONGEST_NAME) : login;
        }
    }

    /** Failures of a subject, the last of them, and until when it waits. */
    private record Failures(int count, Instant last, Instant until) {}

    private final Clock clock;
    private final Map<Subject, Failures> failures = Newest.byUse(KEPT);
    private final Set<Subject> known = Collections.newSetFromMap(Newest.byUse(KEPT));

    public SignInDelays() {
        this(Clock.systemUTC());
    }

    SignInDelays(Clock clock) {
        this.clock = clock;
    }

    /**
     * Somebody wants to try. When it may be tried, it counts as a failure until {@link #succeeded} is told, so that many tries at
     * the same moment are no way around this.
     *
     * @param address from where; empty when unknown
     * @return how long to wait first; zero when it may be tried now
     */
    public synchronized Duration begin(String login, String address) {
        Duration wait = waits(login, address);
        if (wait.isZero()) {
            count(new Subject(login, address), Rule.NAME_AT_ADDRESS);
        }
        return wait;
    }

    /**
     * What was begun has failed.
     *
     * @return how long to wait from now on; zero when it may be tried again at once
     */
    public synchronized Duration failed(String login, String address) {
        Failures own = failures.get(new Subject(login, address));
        if (own == null || own.count() == 1) {
            count(new Subject("", address), Rule.NAMES_OF_ADDRESS);
        }
        count(new Subject(login, ""), Rule.NAME);
        return waits(login, address);
    }

    /** The password was right. */
    public synchronized void succeeded(String login, String address) {
        failures.remove(new Subject(login, address));
        known.add(new Subject(login, address));
    }

    /** How long somebody has to wait; zero when it may be tried now. */
    public synchronized Duration waits(String login, String address) {
        Subject own = new Subject(login, address);
        Duration wait = left(own);
        if (known.contains(own)) {
            return wait;
        }
        return longer(wait, longer(left(new Subject("", address)), left(new Subject(login, ""))));
    }

    /** A wait in whole seconds, as programs and people are told it: never too short. */
    public static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    private Duration left(Subject subject) {
        Failures of = failures.get(subject);
        Duration left = of == null ? Duration.ZERO : Duration.between(clock.instant(), of.until());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void count(Subject subject, Rule rule) {
        Instant now = clock.instant();
        Failures before = failures.get(subject);
        boolean fresh = before == null || before.last().plus(FORGOTTEN).isBefore(now);
        int count = fresh ? 1 : before.count() + 1;
        failures.put(subject, new Failures(count, now, now.plus(rule.after(count))));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
