package io.zongji.server.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.wildfly.ManagementUser;
import io.zongji.store.audit.AuditAction;
import io.zongji.store.audit.AuditEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.slee.resource.ConfigProperties;
import org.junit.jupiter.api.Test;

class JmxTrailTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final List<AuditEntry> log = new ArrayList<>();
    private ManagementUser user = new ManagementUser("ann", "10.1.2.3");
    private final JmxTrail trail = new JmxTrail(log::add, () -> user, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whoAskedForWhatIsTold() {
        trail.ended("Deployment", "install", List.of("file:///srv/timer.jar"), null);

        assertThat(log)
                .containsExactly(new AuditEntry(
                        NOW,
                        "JMX:ann",
                        "10.1.2.3",
                        AuditAction.DEPLOYMENT,
                        "file:///srv/timer.jar",
                        "",
                        AuditEntry.DONE,
                        "Deployment install"));
    }

    @Test
    void aRefusalIsToldWithItsReason() {
        trail.ended(
                "ServiceManagement",
                "deactivateAndActivate",
                List.of(new String[] {"old", "older"}, "new"),
                new IllegalStateException("not active"));

        assertThat(log).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo("[old, older], new");
            assertThat(entry.outcome()).isEqualTo("refused");
            assertThat(entry.detail()).isEqualTo("ServiceManagement deactivateAndActivate - refused: not active");
        });
    }

    @Test
    void whatMayHoldAPasswordIsNotTold() {
        ConfigProperties secret = new ConfigProperties();
        secret.addProperty(new ConfigProperties.Property("password", "java.lang.String", "open sesame"));
        trail.ended("ResourceManagement", "updateConfigurationProperties", Arrays.asList("line", secret, null), null);

        assertThat(log).singleElement().satisfies(entry -> assertThat(entry.subject() + entry.detail())
                .contains("line")
                .doesNotContain("sesame"));
    }

    @Test
    void codeOfTheServerHasNoName() {
        user = ManagementUser.UNKNOWN;
        trail.ended("SleeManagement", "stop", List.of(), null);

        assertThat(log).singleElement().extracting(AuditEntry::login).isEqualTo("JMX");
    }
}
