package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.probe.Probe;
import javax.slee.management.ServiceState;
import org.junit.jupiter.api.Test;

/** What a service learns of its own start and stop. */
public interface ServiceActivityContract extends SleeContract {
    @Test
    default void serviceStarted11GoesOnlyToItsService() {
        services("Started");
        services("OtherStarted");

        assertThat(Probe.handlers())
                .containsExactlyInAnyOrder(
                        "StartedRoot Started10",
                        "StartedRoot Started11",
                        "StartedRoot Started10",
                        "OtherStartedRoot Started10",
                        "OtherStartedRoot Started11");
    }

    @Test
    default void stoppingServiceGetsItsActivityEnd() throws Exception {
        services("Started");
        Probe.reset();

        deactivate("Started");

        assertThat(Probe.handlers()).containsExactly("StartedRoot End");
        assertThat(container().serviceState(Probe.service("Started"))).isEqualTo(ServiceState.INACTIVE);
    }

    @Test
    default void stoppingServiceServesItsEntitiesToTheEnd() throws Exception {
        services("Probe");
        start("a", "b");
        alpha("a", nothing());

        deactivate("Probe");
        alpha("b", nothing());
        beta("a", nothing());
        assertThat(container().serviceState(Probe.service("Probe"))).isNotEqualTo(ServiceState.INACTIVE);
        end("a");

        assertThat(Probe.handlers()).containsExactly("Root Alpha", "Root Beta", "Root End");
        assertThat(container().serviceState(Probe.service("Probe"))).isEqualTo(ServiceState.INACTIVE);
    }
}
