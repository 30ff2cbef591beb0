package io.zongji.ra.store;

import io.zongji.domain.trunk.TrunkHealth;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What calls to the outside need to know that is not configuration.
 *
 * @param health    which trunks work
 * @param passwords opens the sealed password of a trunk's account; throws an {@link IllegalArgumentException} when it was
 *     sealed elsewhere
 */
public record OutsideLines(TrunkHealth health, UnaryOperator<String> passwords) {
    public OutsideLines {
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(passwords, "passwords");
    }
}
