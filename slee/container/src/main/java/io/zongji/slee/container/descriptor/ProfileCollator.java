package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/** A locale-sensitive comparison of strings; strength and decomposition are words of {@link java.text.Collator}. */
public record ProfileCollator(String alias, Locale locale, Optional<String> strength, Optional<String> decomposition) {

    public ProfileCollator {
        requireNonNull(alias, "alias");
        requireNonNull(locale, "locale");
        requireNonNull(strength, "strength");
        requireNonNull(decomposition, "decomposition");
    }
}
