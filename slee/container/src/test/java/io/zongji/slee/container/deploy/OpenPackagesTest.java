package io.zongji.slee.container.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenPackagesTest {
    private final ClassLoader server = OpenPackagesTest.class.getClassLoader();
    private final OpenPackages loader = new OpenPackages(server, "org.assertj.core.api", "org.junit.jupiter.*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.sql.Connection",
                "javax.slee.Sbb",
                "javax.slee.management.DeploymentMBean",
                "jakarta.transaction.Transaction",
                "org.mobicents.slee.SbbContextExt",
                "org.slf4j.Logger",
                "org.assertj.core.api.Assertions",
                "org.junit.jupiter.api.Test",
                "io.zongji.slee.container.entity.ConcreteSbb"
            })
    void unitsSeeTheJdkTheSleeAndWhatTheHostOpens(String name) throws Exception {
        assertThat(loader.loadClass(name)).isSameAs(server.loadClass(name));
        assertThat(loader.getResource(name.replace('.', '/') + ".class")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.zongji.slee.container.SleeContainer",
                "io.zongji.slee.container.deploy.Deployer",
                "javassist.ClassPool",
                "org.assertj.core.data.Offset",
                "org.junit.platform.commons.JUnitException",
                "javax.sleep.Nothing"
            })
    void unitsSeeNothingElse(String name) {
        assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
        assertThat(loader.getResource(name.replace('.', '/') + ".class")).isNull();
    }

    @Test
    void resourcesOfOtherFoldersAreNotFound() {
        assertThat(server.getResource("META-INF/LICENSE.md")).isNotNull();
        assertThat(loader.getResource("META-INF/LICENSE.md")).isNull();
    }
}
