package javax.slee.profile.query;

import java.io.Serializable;
import java.text.Collator;
import java.util.Locale;
import java.util.Objects;

/**
 * How a query compares strings: a {@link Collator} in a form that can be serialised. Immutable.
 */
public final class QueryCollator implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Locale locale;
    private final Integer strength;
    private final Integer decomposition;

    /** With the locale's own strength and decomposition. */
    public QueryCollator(Locale locale) {
        this(locale, null, null);
    }

    /** With this strength, as in {@link Collator}, and the locale's own decomposition. */
    public QueryCollator(Locale locale, int strength) {
        this(locale, Integer.valueOf(strength), null);
    }

    /** With this strength and decomposition, both as in {@link Collator}. */
    public QueryCollator(Locale locale, int strength, int decomposition) {
        this(locale, Integer.valueOf(strength), Integer.valueOf(decomposition));
    }

    private QueryCollator(Locale locale, Integer strength, Integer decomposition) {
        this.locale = Objects.requireNonNull(locale, "locale");
        this.strength = strength;
        this.decomposition = decomposition;
    }

    /** The locale, never null. */
    public Locale getLocale() {
        return locale;
    }

    /** Whether a strength was given. */
    public boolean hasStrength() {
        return strength != null;
    }

    /** The strength, or 0 if none was given. */
    public int getStrength() {
        return strength == null ? 0 : strength;
    }

    /** Whether a decomposition was given. */
    public boolean hasDecomposition() {
        return decomposition != null;
    }

    /** The decomposition, or 0 if none was given. */
    public int getDecomposition() {
        return decomposition == null ? 0 : decomposition;
    }

    /** A new collator of this kind. */
    public Collator getCollator() {
        Collator collator = Collator.getInstance(locale);
        if (strength != null) {
            collator.setStrength(strength);
        }
        if (decomposition != null) {
            collator.setDecomposition(decomposition);
        }
        return collator;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof QueryCollator other
                && locale.equals(other.locale)
                && Objects.equals(strength, other.strength)
                && Objects.equals(decomposition, other.decomposition);
    }

    @Override
    public int hashCode() {
        return locale.hashCode();
    }

    @Override
    public String toString() {
        return locale
                + (strength == null ? "" : ":strength=" + strength)
                + (decomposition == null ? "" : ":decomposition=" + decomposition);
    }
}
