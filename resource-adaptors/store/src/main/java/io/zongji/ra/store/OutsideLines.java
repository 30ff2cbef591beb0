package io.zongji.ra.store;

import io.zongji.domain.phone.StandingLegs;
import io.zongji.domain.trunk.TrunkHealth;
import io.zongji.domain.trunk.TrunkRegistrations;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What calls to the outside need to know that is not configuration.
 *
 * @param health    which trunks work
 * @param registrations how we stand with the carriers at which we register
 * @param passwords opens the sealed password of a trunk's account; throws an {@link IllegalArgumentException} when it was
 *     sealed elsewhere
 * @param standing  the phones of agents that stay on the line between calls
 */
public record OutsideLines(
        TrunkHealth health, TrunkRegistrations registrations, UnaryOperator<String> passwords, StandingLegs standing) {
    public OutsideLines {
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(registrations, "registrations");
        Objects.requireNonNull(passwords, "passwords");
        Objects.requireNonNull(standing, "standing");
    }
}
