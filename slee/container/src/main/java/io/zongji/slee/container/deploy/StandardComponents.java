package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.Component;
import io.zongji.slee.container.descriptor.EventTypeComponent;
import io.zongji.slee.container.descriptor.ProfileClasses;
import io.zongji.slee.container.descriptor.ProfileCmpField;
import io.zongji.slee.container.descriptor.ProfileSpecComponent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.slee.EventTypeID;
import javax.slee.management.DeployableUnitID;
import javax.slee.profile.ProfileSpecificationID;

/** The event types and profile specifications every SLEE has without deploying anything (JSR 240). */
final class StandardComponents {

    static final DeployableUnitID UNIT = new DeployableUnitID("javax.slee:standard-components");

    private static final String VENDOR = "javax.slee";

    private StandardComponents() {}

    static InstalledUnit unit() {
        ClassLoader loader = EventTypeID.class.getClassLoader();
        List<InstalledComponent> components = all().stream()
                .map(component -> new InstalledComponent(component, UNIT, "standard", loader))
                .toList();
        return new InstalledUnit(UNIT, Instant.EPOCH, components, List.of());
    }

    private static List<Component> all() {
        return List.of(
                event("javax.slee.ActivityEndEvent", "1.0"),
                event("javax.slee.facilities.TimerEvent", "1.0"),
                event("javax.slee.profile.ProfileAddedEvent", "1.0"),
                event("javax.slee.profile.ProfileUpdatedEvent", "1.0"),
                event("javax.slee.profile.ProfileRemovedEvent", "1.0"),
                event("javax.slee.serviceactivity.ServiceStartedEvent", "1.0"),
                event("javax.slee.serviceactivity.ServiceStartedEvent", "1.1"),
                profile(
                        "AddressProfileSpec",
                        "1.0",
                        "javax.slee.profile.AddressProfileCMP",
                        List.of(unique("addresses")),
                        Optional.of("javax.slee.profile.AddressProfileManagement")),
                profile(
                        "AddressProfileSpec",
                        "1.1",
                        "javax.slee.profile.AddressProfile11CMP",
                        List.of(unique("address")),
                        Optional.empty()),
                profile(
                        "ResourceInfoProfileSpec",
                        "1.0",
                        "javax.slee.profile.ResourceInfoProfileCMP",
                        List.of(),
                        Optional.empty()));
    }

    private static EventTypeComponent event(String name, String version) {
        return new EventTypeComponent(new EventTypeID(name, VENDOR, version), name, List.of());
    }

    private static ProfileCmpField unique(String name) {
        return new ProfileCmpField(name, true, Optional.empty(), List.of());
    }

    private static ProfileSpecComponent profile(
            String name, String version, String cmp, List<ProfileCmpField> fields, Optional<String> management) {
        ProfileClasses classes = new ProfileClasses(
                cmp, fields, Optional.empty(), management, Optional.empty(), false, Optional.empty(), Optional.empty());
        return new ProfileSpecComponent(
                new ProfileSpecificationID(name, VENDOR, version),
                List.of(),
                List.of(),
                List.of(),
                classes,
                List.of(),
                List.of(),
                true,
                true,
                false);
    }
}
