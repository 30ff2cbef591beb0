package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.container.deploy.DeployableUnitSource;
import io.zongji.slee.container.deploy.InstalledUnit;
import io.zongji.slee.testkit.probe.Probe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javassist.ClassPool;
import javassist.CtClass;
import javassist.LoaderClassPath;
import javax.slee.ServiceID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standard unit with nested jars, which brings classes nobody else has. */
class ForeignUnitTest extends ProbeTest {
    private static final ServiceID SERVICE = new ServiceID("Foreign", "foreign", "1.0");

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
        Path jar = directory.resolve(name + ".jar");
        Map<String, byte[]> sbbJar = new LinkedHashMap<>();
        sbbJar.put("META-INF/sbb-jar.xml", text(SBB_JAR));
        sbbJar.put("foreign/ForeignSbb.class", foreignClass());
        Map<String, byte[]> unit = new LinkedHashMap<>();
        unit.put("META-INF/deployable-unit.xml", text(UNIT));
        unit.put("services/foreign-service.xml", text(SERVICE_XML));
        unit.put("jars/foreign-sbb.jar", zip(sbbJar));
        Files.write(jar, zip(unit));
        return DeployableUnitSource.onDisk(jar, Probe.class.getClassLoader(), directory.resolve(name + ".work"));
    }

    private static byte[] foreignClass() throws Exception {
        ClassPool pool = new ClassPool(false);
        pool.appendClassPath(new LoaderClassPath(ForeignTemplate.class.getClassLoader()));
        pool.appendSystemPath();
        CtClass type = pool.get(ForeignTemplate.class.getName());
        type.setName("foreign.ForeignSbb");
        return type.toBytecode();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes;
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static final String UNIT = """
            <deployable-unit>
              <jar> jars/foreign-sbb.jar </jar>
              <service-xml>services/foreign-service.xml</service-xml>
            </deployable-unit>
            """;

    private static final String SERVICE_XML = """
            <service-xml><service>
              <service-name>Foreign</service-name>
              <service-vendor>foreign</service-vendor>
              <service-version>1.0</service-version>
              <root-sbb>
                <sbb-name>ForeignSbb</sbb-name><sbb-vendor>foreign</sbb-vendor><sbb-version>1.0</sbb-version>
              </root-sbb>
              <default-priority>0</default-priority>
            </service></service-xml>
            """;

    private static final String SBB_JAR = """
            <sbb-jar><sbb>
              <sbb-name>ForeignSbb</sbb-name><sbb-vendor>foreign</sbb-vendor><sbb-version>1.0</sbb-version>
              <sbb-classes><sbb-abstract-class>
                <sbb-abstract-class-name>foreign.ForeignSbb</sbb-abstract-class-name>
                <cmp-field><cmp-field-name>count</cmp-field-name></cmp-field>
              </sbb-abstract-class></sbb-classes>
              <event event-direction="Receive" initial-event="True">
                <event-name>Alpha</event-name>
                <event-type-ref>
                  <event-type-name>stub.Alpha</event-type-name>
                  <event-type-vendor>io.zongji.testkit</event-type-vendor>
                  <event-type-version>1.0</event-type-version>
                </event-type-ref>
                <initial-event-select variable="ActivityContext"/>
              </event>
            </sbb></sbb-jar>
            """;
}
