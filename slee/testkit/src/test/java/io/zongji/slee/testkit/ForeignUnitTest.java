package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.container.deploy.DeployableUnitSource;
import io.zongji.slee.container.deploy.InstalledUnit;
import io.zongji.slee.testkit.probe.Probe;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import javax.slee.ServiceID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standard unit with nested jars, which brings classes nobody else has. */
class ForeignUnitTest extends ProbeTest {
    private static final ServiceID SERVICE = ForeignUnit.service("1.0");

    @TempDir
    private Path directory;

    @Test
    void unitWithItsOwnClassesRuns() throws Exception {
        slee.container().install(source("one"));
        slee.activate(SERVICE);
        start("a");

        alpha("a", nothing());
        alpha("a", nothing());

        assertThat(Probe.journal())
                .containsExactly("Foreign Alpha 1 in UnitClassLoader true", "Foreign Alpha 2 in UnitClassLoader true");
    }

    @Test
    void tenRedeploymentsLeaveNoClassLoaderBehind() throws Exception {
        WeakReference<?>[] loaders = new WeakReference<?>[10];
        for (int i = 0; i < loaders.length; i++) {
            loaders[i] = deployUseAndTakeOut("round" + i);
        }

        for (int i = 0; i < 50 && !allCleared(loaders); i++) {
            System.gc();
            Thread.sleep(5);
        }

        assertThat(loaders).allMatch(loader -> loader.get() == null);
        assertThat(Probe.about("Foreign Alpha")).hasSize(10);
    }

    private static boolean allCleared(WeakReference<?>[] loaders) {
        for (WeakReference<?> loader : loaders) {
            if (loader.get() != null) {
                return false;
            }
        }
        return true;
    }

    private WeakReference<ClassLoader> deployUseAndTakeOut(String name) throws Exception {
        InstalledUnit unit = slee.container().install(source(name));
        slee.activate(SERVICE);
        start(name);
        alpha(name, nothing());
        end(name);
        slee.deactivate(SERVICE);
        slee.container().uninstall(unit.id());
        return new WeakReference<>(unit.components().get(0).classLoader());
    }

    private DeployableUnitSource source(String name) throws Exception {
        Path jar = ForeignUnit.write(directory.resolve(name + ".jar"), "1.0");
        return DeployableUnitSource.onDisk(jar, Probe.class.getClassLoader(), directory.resolve(name + ".work"));
    }
}
