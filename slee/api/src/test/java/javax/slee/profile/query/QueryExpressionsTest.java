package javax.slee.profile.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.text.Collator;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QueryExpressionsTest {
    private final Equals equals = new Equals("skill", "german");

    @Test
    void anExpressionReadsLikeJava() {
        QueryExpression query = new And(equals, new Or(new LessThan("age", 5), new Not(new HasPrefix("name", "a"))))
                .and(new RangeMatch("level", 1, 3));

        assertThat(query)
                .hasToString("(skill == german) && ((age < 5) || (!(name has-prefix a))) && (1 <= level <= 3)");
    }

    @Test
    void comparingByOrderNeedsAComparableValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GreaterThan("a", new Object()));
        assertThatIllegalArgumentException().isThrownBy(() -> new RangeMatch("a", 1, new Object()));
        assertThat(new NotEquals("a", this).getAttributeValue()).isSameAs(this);
        assertThatNullPointerException().isThrownBy(() -> new Equals(null, 1));
        assertThatNullPointerException().isThrownBy(() -> new LongestPrefixMatch("a", null));
    }

    @Test
    void aCompositeHasTwoPartsOrMoreAndNeverItself() {
        And inner = new And(equals, equals);
        Or outer = new Or(new Not(inner), equals);

        assertThatIllegalArgumentException().isThrownBy(() -> inner.and(outer));
        assertThatIllegalArgumentException().isThrownBy(() -> inner.and(inner));
        assertThat(inner.getExpressions()).containsExactly(equals, equals);
        assertThatIllegalArgumentException().isThrownBy(() -> new And(new QueryExpression[] {equals}));
        assertThatNullPointerException().isThrownBy(() -> new Or(equals, null));
        assertThatNullPointerException().isThrownBy(() -> new Not(null));
    }

    @Test
    void aCollatorIsMadeAsDescribed() {
        QueryCollator collator = new QueryCollator(Locale.GERMAN, Collator.PRIMARY);

        assertThat(collator.getCollator().compare("Äpfel", "apfel")).isZero();
        assertThat(collator.hasStrength()).isTrue();
        assertThat(collator.hasDecomposition()).isFalse();
        assertThat(collator).isEqualTo(new QueryCollator(Locale.GERMAN, Collator.PRIMARY));
        assertThat(collator).isNotEqualTo(new QueryCollator(Locale.GERMAN));
        assertThat(new Equals("name", "x", collator).getCollator()).isSameAs(collator);
    }
}
