package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.container.usage.UsageListener;
import io.zongji.slee.container.usage.UsageParameter;
import io.zongji.slee.container.usage.UsageParameterSets;
import io.zongji.slee.testkit.probe.Probe;
import java.util.ArrayList;
import java.util.List;
import javax.slee.InvalidArgumentException;
import javax.slee.management.SbbNotification;
import javax.slee.management.UsageParameterSetNameAlreadyExistsException;
import javax.slee.usage.NoUsageParametersInterfaceDefinedException;
import javax.slee.usage.SampleStatistics;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;
import org.junit.jupiter.api.Test;

/** Usage parameters of SBBs: counters, samples, named sets, and who is told of changes. */
class UsageTest extends ProbeTest {
    private static final int CALLS = 0;
    private static final int DELAY = 1;

    private UsageParameterSets usage() {
        return slee.container()
                .usage()
                .find(new SbbNotification(Probe.service("Probe"), Probe.sbb("Root")))
                .orElseThrow();
    }

    @Test
    void countersAddUpAndSamplesMakeStatistics() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            sbb.getDefaultSbbUsageParameterSet().incrementCalls(2);
            sbb.getDefaultSbbUsageParameterSet().sampleDelay(7);
        });
        alpha("a", (sbb, aci, event) -> {
            sbb.getDefaultSbbUsageParameterSet().incrementCalls(3);
            sbb.getDefaultSbbUsageParameterSet().sampleDelay(10);
            assertThat(sbb.getDefaultSbbUsageParameterSet().getCalls()).isEqualTo(5);
        });

        SampleStatistics delays = usage().unnamed().statistics(DELAY, false);
        assertThat(delays.getSampleCount()).isEqualTo(2);
        assertThat(delays.getMinimum()).isEqualTo(7);
        assertThat(delays.getMaximum()).isEqualTo(10);
        assertThat(delays.getMean()).isEqualTo(8.5);
    }

    @Test
    void countsOfARolledBackTransactionStay() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            sbb.getDefaultSbbUsageParameterSet().incrementCalls(1);
            sbb.context().setRollbackOnly();
        });

        assertThat(usage().unnamed().count(CALLS, false)).isEqualTo(1);
    }

    @Test
    void namedSetCountsByItself() throws Exception {
        services("Probe");
        start("a");
        usage().create("vip");

        alpha("a", (sbb, aci, event) -> {
            sbb.getSbbUsageParameterSet("vip").incrementCalls(4);
            assertThatThrownBy(() -> sbb.getSbbUsageParameterSet("unheard"))
                    .isInstanceOf(UnrecognizedUsageParameterSetNameException.class);
        });

        assertThat(usage().named("vip").count(CALLS, false)).isEqualTo(4);
        assertThat(usage().unnamed().count(CALLS, false)).isZero();
        assertThat(usage().names()).containsExactly("vip");
        usage().remove("vip");
        assertThat(usage().names()).isEmpty();
    }

    @Test
    void nameOfASetIsCheckedAndTakenOnce() throws Exception {
        usage().create("vip");

        assertThatThrownBy(() -> usage().create("vip")).isInstanceOf(UsageParameterSetNameAlreadyExistsException.class);
        assertThatThrownBy(() -> usage().create("")).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> usage().remove("unheard"))
                .isInstanceOf(UnrecognizedUsageParameterSetNameException.class);
    }

    @Test
    void readingWithResetStartsAnew() throws Exception {
        services("Probe");
        start("a");
        usage().create("vip");
        alpha("a", (sbb, aci, event) -> {
            sbb.getDefaultSbbUsageParameterSet().incrementCalls(2);
            sbb.getDefaultSbbUsageParameterSet().sampleDelay(7);
            sbb.getSbbUsageParameterSet("vip").incrementCalls(1);
        });

        assertThat(usage().unnamed().count(CALLS, true)).isEqualTo(2);
        assertThat(usage().unnamed().count(CALLS, false)).isZero();
        assertThat(usage().unnamed().statistics(DELAY, true).getSampleCount()).isEqualTo(1);
        assertThat(usage().unnamed().statistics(DELAY, false).getSampleCount()).isZero();
        usage().resetAll();
        assertThat(usage().named("vip").count(CALLS, false)).isZero();
    }

    @Test
    void onlyParametersWithNotificationsEnabledAreAnnounced() throws Exception {
        services("Probe");
        start("a");
        usage().create("vip");
        List<String> heard = new ArrayList<>();
        UsageListener listener = (String set, UsageParameter parameter, long value) ->
                heard.add(set + " " + parameter.name() + " " + value);
        usage().add(listener);

        alpha("a", (sbb, aci, event) -> {
            sbb.getDefaultSbbUsageParameterSet().incrementCalls(2);
            sbb.getDefaultSbbUsageParameterSet().sampleDelay(7);
            sbb.getSbbUsageParameterSet("vip").incrementCalls(1);
        });
        usage().notifying(CALLS, false);
        usage().notifying(DELAY, true);
        alpha("a", (sbb, aci, event) -> {
            sbb.getDefaultSbbUsageParameterSet().incrementCalls(2);
            sbb.getDefaultSbbUsageParameterSet().sampleDelay(9);
        });
        usage().remove(listener);
        alpha("a", (sbb, aci, event) -> sbb.getDefaultSbbUsageParameterSet().sampleDelay(11));

        assertThat(heard).containsExactly("null calls 2", "vip calls 1", "null delay 9");
    }

    @Test
    void raWithoutUsageInterfaceHasNoSets() {
        assertThatThrownBy(() -> stub.context().getDefaultUsageParameterSet())
                .isInstanceOf(NoUsageParametersInterfaceDefinedException.class);
    }

    @Test
    void usageOfAnUninstalledServiceIsForgotten() throws Exception {
        assertThat(slee.container().usage().all()).isNotEmpty();
        slee.container().deactivateResourceAdaptorEntity("stub");
        slee.container().unbindLinkName("stub");
        slee.container().removeResourceAdaptorEntity("stub");

        slee.container().uninstall(slee.container().repository().units().get(0).id());

        assertThat(slee.container().usage().all()).isEmpty();
    }
}
