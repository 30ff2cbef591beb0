package io.zongji.slee.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import javax.slee.SbbID;
import javax.slee.ServiceID;

/** Writes a standard unit with nested jars: one service, whose SBB class only the unit has. */
final class ForeignUnit {
    private ForeignUnit() {}

    static ServiceID service(String version) {
        return new ServiceID("Foreign", "foreign", version);
    }

    static SbbID sbb(String version) {
        return new SbbID("ForeignSbb", "foreign", version);
    }

    /** @param version of the service and of the SBB */
    static Path write(Path jar, String version) throws Exception {
        Map<String, byte[]> sbbJar = new LinkedHashMap<>();
        sbbJar.put("META-INF/sbb-jar.xml", text(SBB_JAR, version));
        sbbJar.put("foreign/ForeignSbb.class", foreignClass());
        Map<String, byte[]> unit = new LinkedHashMap<>();
        unit.put("META-INF/deployable-unit.xml", text(UNIT, version));
        unit.put("services/foreign-service.xml", text(SERVICE_XML, version));
        unit.put("jars/foreign-sbb.jar", zip(sbbJar));
        return Files.write(jar, zip(unit));
    }

    private static byte[] foreignClass() throws Exception {
        ClassPool pool = new ClassPool(false);
        pool.appendClassPath(new LoaderClassPath(ForeignTemplate.class.getClassLoader()));
        pool.appendSystemPath();
        CtClass type = pool.get(ForeignTemplate.class.getName());
        type.setName("foreign.ForeignSbb");
        return type.toBytecode();
    }

    private static byte[] text(String text, String version) {
        return text.replace("VERSION", version).getBytes(StandardCharsets.UTF_8);
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
              <service-version>VERSION</service-version>
              <root-sbb>
                <sbb-name>ForeignSbb</sbb-name><sbb-vendor>foreign</sbb-vendor><sbb-version>VERSION</sbb-version>
              </root-sbb>
              <default-priority>0</default-priority>
            </service></service-xml>
            """;

    private static final String SBB_JAR = """
            <sbb-jar><sbb>
              <sbb-name>ForeignSbb</sbb-name><sbb-vendor>foreign</sbb-vendor><sbb-version>VERSION</sbb-version>
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
