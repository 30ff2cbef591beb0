package io.zongji.slee.container.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.slee.EventTypeID;
import javax.slee.management.LibraryID;
import javax.slee.resource.ResourceAdaptorTypeID;
import org.junit.jupiter.api.Test;

/** The descriptors of the JAIN SIP resource adaptor type as they are published. */
class PublishedSipDescriptorsTest {

    @Test
    void resourceAdaptorTypeIsReadAsPublished() throws Exception {
        List<ResourceAdaptorTypeComponent> types =
                read(Descriptors.RESOURCE_ADAPTOR_TYPE_JAR, "META-INF/resource-adaptor-type-jar.xml", "sip11-ratype");

        ResourceAdaptorTypeComponent sip = types.get(0);
        assertThat(types).hasSize(1);
        assertThat(sip.id()).isEqualTo(new ResourceAdaptorTypeID("JAIN SIP", "javax.sip", "1.2"));
        assertThat(sip.resourceAdaptorInterface()).contains("net.java.slee.resource.sip.SleeSipProvider");
        assertThat(sip.activityContextInterfaceFactory())
                .contains("net.java.slee.resource.sip.SipActivityContextInterfaceFactory");
        assertThat(sip.activityTypes())
                .containsExactly(
                        "javax.sip.DialogActivity", "javax.sip.ClientTransaction", "javax.sip.ServerTransaction");
    }

    @Test
    void everyEventOfTheTypeIsDefinedByThePublishedEvents() throws Exception {
        List<EventTypeComponent> events = read(Descriptors.EVENT_JAR, "META-INF/event-jar.xml", "sip11-events");
        ResourceAdaptorTypeComponent sip = read(
                        Descriptors.RESOURCE_ADAPTOR_TYPE_JAR, "META-INF/resource-adaptor-type-jar.xml", "sip11-ratype")
                .get(0);

        Set<EventTypeID> defined = events.stream().map(EventTypeComponent::id).collect(Collectors.toSet());
        assertThat(defined)
                .containsAll(sip.eventTypes())
                .contains(new EventTypeID("javax.sip.message.Request.INVITE", "net.java.slee", "1.2"));
        assertThat(events).allSatisfy(event -> assertThat(event.libraries())
                .containsExactly(new LibraryID("jain-sip", "javax.sip", "1.2")));
    }

    private static <T> T read(DescriptorReader<T> reader, String path, String jar)
            throws IOException, DescriptorException {
        ClassLoader loader = PublishedSipDescriptorsTest.class.getClassLoader();
        URL url = Collections.list(loader.getResources(path)).stream()
                .filter(found -> found.toString().contains(jar))
                .findFirst()
                .orElseThrow();
        try (InputStream in = url.openStream()) {
            return reader.read(in, path);
        }
    }
}
