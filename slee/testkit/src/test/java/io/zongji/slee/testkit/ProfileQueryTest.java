package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import javax.slee.profile.AttributeNotIndexedException;
import javax.slee.profile.AttributeTypeMismatchException;
import javax.slee.profile.ProfileID;
import javax.slee.profile.ProfileLocalObject;
import javax.slee.profile.UnrecognizedAttributeException;
import javax.slee.profile.UnrecognizedQueryNameException;
import javax.slee.profile.query.And;
import javax.slee.profile.query.Equals;
import javax.slee.profile.query.GreaterThan;
import javax.slee.profile.query.HasPrefix;
import javax.slee.profile.query.LessThanOrEquals;
import javax.slee.profile.query.Not;
import javax.slee.profile.query.NotEquals;
import javax.slee.profile.query.Or;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding profiles: by attribute, by the specification's queries, by expressions. */
class ProfileQueryTest extends PlanTest {
    @BeforeEach
    void fillTable() throws Exception {
        plans("0", 1, "01", 5, "010", 13, "021", 20);
    }

    private static String[] names(Collection<ProfileLocalObject> found) {
        return found.stream().map(ProfileLocalObject::getProfileName).toArray(String[]::new);
    }

    private static ProfileID[] ids(String... names) {
        ProfileID[] ids = new ProfileID[names.length];
        for (int i = 0; i < names.length; i++) {
            ids[i] = new ProfileID("plans", names[i]);
        }
        return ids;
    }

    @Test
    void longestPrefixWins() {
        inSbb(sbb -> {
            assertThat(names(sbb.plans().queryRoute("01088"))).containsExactly("to010");
            assertThat(names(sbb.plans().queryRoute("0111"))).containsExactly("to01");
            assertThat(names(sbb.plans().queryRoute("999"))).isEmpty();
        });
    }

    @Test
    void queryComparesParametersAndConstants() {
        inSbb(sbb -> {
            assertThat(names(sbb.plans().queryCheap(5, 20))).containsExactly("to01", "to021");
            assertThat(names(sbb.plans().queryCheap(6, 19))).isEmpty();
        });
    }

    @Test
    void queryReturnsNoMoreThanItsMaximum() {
        inSbb(sbb -> assertThat(names(sbb.plans().queryFirstTwo())).hasSize(2));
    }

    @Test
    void querySeesTheChangesOfItsOwnTransaction() {
        inSbb(sbb -> {
            sbb.plan("to010").setPrefix("0108");
            assertThat(names(sbb.plans().queryRoute("01099"))).containsExactly("to01");
            assertThat(names(sbb.plans().findProfilesByAttribute("prefix", "0108")))
                    .containsExactly("to010");
        });
    }

    @Test
    void attributeOfAnotherTypeIsRefused() {
        inSbb(sbb -> {
            assertThatThrownBy(() -> sbb.plans().findProfilesByAttribute("cost", "five"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> sbb.plans().findProfilesByAttribute("colour", "red"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(sbb.plans().findProfileByAttribute("cost", 99)).isNull();
        });
    }

    @Test
    @SuppressWarnings("deprecation")
    void facilityFindsByIndexedAttributesOnly() {
        inSbb(sbb -> {
            assertThat(sbb.profiles().getProfiles("plans")).hasSize(4);
            assertThat(sbb.profiles().getProfileByIndexedAttribute("plans", "prefix", "01"))
                    .isEqualTo(new ProfileID("plans", "to01"));
            assertThatThrownBy(() -> sbb.profiles().getProfilesByIndexedAttribute("plans", "cost", 5))
                    .isInstanceOf(AttributeNotIndexedException.class);
            assertThatThrownBy(() -> sbb.profiles().getProfilesByIndexedAttribute("plans", "colour", 5))
                    .isInstanceOf(UnrecognizedAttributeException.class);
            assertThatThrownBy(() -> sbb.profiles().getProfilesByIndexedAttribute("plans", "prefix", 5))
                    .isInstanceOf(AttributeTypeMismatchException.class);
        });
    }

    @Test
    void managementFindsByExpression() throws Exception {
        assertThat(profiles().byExpression("plans", new GreaterThan("cost", 5))).containsExactly(ids("to010", "to021"));
        assertThat(profiles()
                        .byExpression("plans", new And(new HasPrefix("prefix", "01"), new LessThanOrEquals("cost", 5))))
                .containsExactly(ids("to01"));
        assertThat(profiles().byExpression("plans", new Or(new Equals("cost", 1), new Not(new NotEquals("cost", 20)))))
                .containsExactly(ids("to0", "to021"));
        assertThat(profiles().byAttribute("plans", "cost", 13)).containsExactly(ids("to010"));
        assertThat(profiles().byStaticQuery("plans", "route", "0219")).containsExactly(ids("to021"));
        assertThatThrownBy(() -> profiles().byStaticQuery("plans", "unheard"))
                .isInstanceOf(UnrecognizedQueryNameException.class);
    }
}
