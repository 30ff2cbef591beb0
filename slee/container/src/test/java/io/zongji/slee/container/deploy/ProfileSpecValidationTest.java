package io.zongji.slee.container.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.slee.profile.ProfileSpecificationID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileSpecValidationTest {

    /** Attributes of a number plan. */
    public interface Cmp {
        String getNumber();

        void setNumber(String number);

        int getRank();

        void setRank(int rank);
    }

    /** Breaks the rules of CMP interfaces. */
    public interface WrongCmp {
        String getOnlyRead();

        Thread getThread();

        void setThread(Thread thread);

        void forget();
    }

    public abstract static class NoProfile {}

    @TempDir
    private Path folder;

    private final ComponentRepository repository = new ComponentRepository();

    @Test
    void profileSpecThatObeysEveryRuleIsInstalled() throws Exception {
        deploy(
                Cmp.class,
                "<cmp-field unique='True'><cmp-field-name>number</cmp-field-name></cmp-field>",
                "",
                "<query name='byRank'><query-parameter name='rank' type='int'/>"
                        + "<or><compare attribute-name='rank' op='equals' parameter='rank'/>"
                        + "<range-match attribute-name='rank' from-value='1' to-parameter='rank'/></or></query>");

        assertThat(repository.profileSpec(new ProfileSpecificationID("Plan", "zj", "1")))
                .isPresent();
    }

    @Test
    void everyFaultOfAProfileSpecIsReported() {
        InvalidDeployableUnitException refused = catchThrowableOfType(
                InvalidDeployableUnitException.class,
                () -> deploy(
                        WrongCmp.class,
                        "<cmp-field><cmp-field-name>unheard</cmp-field-name></cmp-field>",
                        "<profile-abstract-class><profile-abstract-class-name>" + NoProfile.class.getName()
                                + "</profile-abstract-class-name></profile-abstract-class>",
                        "<query name='q'><longest-prefix-match attribute-name='ghost' parameter='p'"
                                + " collator-ref='zh'/></query>"));

        assertThat(refused.faults())
                .extracting(UnitFault::found)
                .satisfiesExactlyInAnyOrder(
                        found -> assertThat(found).contains("'onlyRead'").contains("no getter and setter"),
                        found -> assertThat(found).contains("'thread'").contains("not serializable"),
                        found -> assertThat(found).contains("forget()"),
                        found -> assertThat(found).contains("cmp-field 'unheard'"),
                        found -> assertThat(found).contains("implements neither"),
                        found -> assertThat(found).contains("attribute 'ghost'"),
                        found -> assertThat(found).contains("parameter 'p'"),
                        found -> assertThat(found).contains("collator 'zh'"));
        assertThat(refused.faults())
                .extracting(UnitFault::rule)
                .containsOnly(Rule.PROFILE_INTERFACE, Rule.CLASS_SUPERTYPE, Rule.PROFILE_QUERY);
    }

    private void deploy(Class<?> cmp, String fields, String classes, String queries) throws Exception {
        String spec = UnitFolder.ref(
                "profile-spec",
                "profile-spec",
                "Plan",
                "<profile-classes><profile-cmp-interface><profile-cmp-interface-name>" + cmp.getName()
                        + "</profile-cmp-interface-name>" + fields + "</profile-cmp-interface>" + classes
                        + "</profile-classes>" + queries);
        DeployableUnitSource source = new UnitFolder(folder)
                .with(UnitFolder.UNIT, "<deployable-unit><jar>.</jar></deployable-unit>")
                .with("META-INF/profile-spec-jar.xml", "<profile-spec-jar>" + spec + "</profile-spec-jar>")
                .onClassPath();
        List<InstalledComponent> installed =
                new Deployer(repository, Clock.systemUTC()).deploy(source).components();
        assertThat(installed).hasSize(1);
    }
}
