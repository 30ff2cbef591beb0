package io.zongji.slee.container.descriptor;

import java.util.List;
import java.util.Optional;
import javax.slee.EventTypeID;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.management.LibraryID;
import javax.slee.profile.ProfileSpecificationID;
import javax.slee.resource.ResourceAdaptorID;
import javax.slee.resource.ResourceAdaptorTypeID;

/** The triples of name, vendor and version by which descriptors speak of components. */
final class Ids {

    private interface Maker<T> {
        T make(String name, String vendor, String version);
    }

    private Ids() {}

    static EventTypeID eventType(Element element) {
        return triple(element, "event-type", EventTypeID::new);
    }

    static SbbID sbb(Element element) {
        return triple(element, "sbb", SbbID::new);
    }

    static ServiceID service(Element element) {
        return triple(element, "service", ServiceID::new);
    }

    static LibraryID library(Element element) {
        return triple(element, "library", LibraryID::new);
    }

    static List<LibraryID> libraries(Element element) {
        return element.children("library-ref").stream().map(Ids::library).toList();
    }

    static ProfileSpecificationID profileSpec(Element element) {
        return triple(element, "profile-spec", ProfileSpecificationID::new);
    }

    static List<ProfileSpecReference> profileSpecs(Element element) {
        return element.children("profile-spec-ref").stream()
                .map(ref -> new ProfileSpecReference(profileSpec(ref), ref.optionalText("profile-spec-alias")))
                .toList();
    }

    static ResourceAdaptorID resourceAdaptor(Element element) {
        return triple(element, "resource-adaptor", ResourceAdaptorID::new);
    }

    static ResourceAdaptorTypeID resourceAdaptorType(Element element) {
        return triple(element, "resource-adaptor-type", ResourceAdaptorTypeID::new);
    }

    static EnvEntry envEntry(Element element) {
        String type = element.requiredText("env-entry-type");
        return new EnvEntry(element.requiredText("env-entry-name"), type, value(element, "env-entry-value", type));
    }

    /** A value as text. Empty text is a value for strings only; for other types it is the same as none. */
    static Optional<String> value(Element element, String name, String type) {
        return element.child(name)
                .map(Element::text)
                .filter(text -> !text.isEmpty() || type.equals("java.lang.String"));
    }

    static Optional<UsageInterface> usage(Element classes, String prefix) {
        return classes.child(prefix + "-interface")
                .map(usage -> new UsageInterface(
                        usage.requiredText(prefix + "-interface-name"),
                        usage.children("usage-parameter").stream()
                                .map(parameter -> new UsageInterface.Parameter(
                                        parameter.requiredAttribute("name"),
                                        parameter.flag("notifications-enabled", false)))
                                .toList()));
    }

    /** The name inside an interface element: {@code <x><x-name>...}. */
    static Optional<String> named(Element classes, String element) {
        return classes.child(element).map(found -> {
            // The security manager is gone from Java; the attribute of local interfaces means nothing any more.
            found.attribute("isolate-security-permissions");
            return found.requiredText(element + "-name");
        });
    }

    private static <T> T triple(Element element, String prefix, Maker<T> maker) {
        return maker.make(
                element.requiredText(prefix + "-name"),
                element.requiredText(prefix + "-vendor"),
                element.requiredText(prefix + "-version"));
    }
}
