package io.zongji.ra.sip;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.slee.ServiceID;

/** Writes the descriptors of a deployable unit with one service, whose root SBB is a class of the tests. */
final class ForeignUnit {

    private final StringBuilder fields = new StringBuilder();
    private final StringBuilder events = new StringBuilder();
    private final Class<?> sbb;

    ForeignUnit(Class<?> sbb) {
        this.sbb = sbb;
    }

    static ServiceID service(Class<?> sbb) {
        return new ServiceID(sbb.getSimpleName(), "foreign", "1.0");
    }

    ForeignUnit cmp(String... names) {
        for (String name : names) {
            fields.append("<cmp-field><cmp-field-name>").append(name).append("</cmp-field-name></cmp-field>\n");
        }
        return this;
    }

    /** An event of the JAIN SIP type that begins entities, one for each activity. */
    ForeignUnit begins(String name, String type) {
        return event(name, type, " initial-event='True'", "<initial-event-select variable='ActivityContext'/>");
    }

    /** An event that begins entities as a method of the SBB selects. */
    ForeignUnit begins(String name, String type, String selector) {
        String method = "<initial-event-selector-method-name>" + selector + "</initial-event-selector-method-name>";
        return event(name, type, " initial-event='True'", method);
    }

    ForeignUnit receives(String name, String type) {
        return event(name, type, "", "");
    }

    private ForeignUnit event(String name, String type, String initial, String more) {
        boolean standard = type.startsWith("javax.slee");
        events.append("<event event-direction='Receive'").append(initial).append(">\n<event-name>");
        events.append(name).append("</event-name>\n<event-type-ref>");
        events.append(triple("event-type", type, standard ? "javax.slee" : "net.java.slee", standard ? "1.0" : "1.2"));
        events.append("</event-type-ref>\n").append(more).append("</event>\n");
        return this;
    }

    /** Returns the root of the unit. */
    URL write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("META-INF"));
        String own = sbb.getSimpleName();
        Files.writeString(
                folder.resolve("META-INF/deployable-unit.xml"),
                "<deployable-unit><jar>.</jar><service-xml>service.xml</service-xml></deployable-unit>");
        Files.writeString(
                folder.resolve("service.xml"),
                "<service-xml><service>" + triple("service", own, "foreign", "1.0") + "<root-sbb>"
                        + triple("sbb", own, "foreign", "1.0")
                        + "</root-sbb><default-priority>0</default-priority></service></service-xml>");
        String binding = "<resource-adaptor-type-binding><resource-adaptor-type-ref>"
                + triple("resource-adaptor-type", "JAIN SIP", "javax.sip", "1.2")
                + "</resource-adaptor-type-ref><activity-context-interface-factory-name>"
                + "slee/resources/jainsip/1.2/acifactory</activity-context-interface-factory-name>"
                + "<resource-adaptor-entity-binding><resource-adaptor-object-name>"
                + "slee/resources/jainsip/1.2/provider</resource-adaptor-object-name>"
                + "<resource-adaptor-entity-link>SipRA</resource-adaptor-entity-link>"
                + "</resource-adaptor-entity-binding></resource-adaptor-type-binding>";
        Files.writeString(
                folder.resolve("META-INF/sbb-jar.xml"),
                String.join(
                        "\n",
                        List.of(
                                "<sbb-jar><sbb>",
                                triple("sbb", own, "foreign", "1.0"),
                                "<sbb-classes><sbb-abstract-class><sbb-abstract-class-name>",
                                sbb.getName(),
                                "</sbb-abstract-class-name>",
                                fields,
                                "</sbb-abstract-class></sbb-classes>",
                                events,
                                binding,
                                "</sbb></sbb-jar>")));
        return folder.toUri().toURL();
    }

    private static String triple(String kind, String name, String vendor, String version) {
        return "<%1$s-name>%2$s</%1$s-name><%1$s-vendor>%3$s</%1$s-vendor><%1$s-version>%4$s</%1$s-version>"
                .formatted(kind, name, vendor, version);
    }
}
