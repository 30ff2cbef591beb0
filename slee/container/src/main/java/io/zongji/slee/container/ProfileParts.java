package io.zongji.slee.container;

import io.zongji.slee.container.activity.Activities;
import io.zongji.slee.container.codegen.ProfileGenerator;
import io.zongji.slee.container.deploy.ComponentRepository;
import io.zongji.slee.container.deploy.InstalledComponent;
import io.zongji.slee.container.descriptor.ProfileSpecComponent;
import io.zongji.slee.container.facility.Alarms;
import io.zongji.slee.container.facility.Tracing;
import io.zongji.slee.container.naming.EnvironmentContext;
import io.zongji.slee.container.profile.ProfileAccess;
import io.zongji.slee.container.profile.ProfileActivities;
import io.zongji.slee.container.profile.ProfileSurroundings;
import io.zongji.slee.container.profile.ProfileType;
import io.zongji.slee.container.profile.Profiles;
import io.zongji.slee.container.usage.UsageSources;
import java.util.function.BooleanSupplier;
import javax.slee.profile.ProfileSpecificationID;

/** The parts of the SLEE that have to do with profiles, put together. */
record ProfileParts(ProfileActivities activities, ProfileAccess access, Profiles management) {
    static ProfileParts of(
            SleeContainerBuilder.Settings settings,
            Activities activities,
            InstalledComponents components,
            ComponentRepository repository,
            Alarms alarms,
            Tracing tracing,
            UsageSources usage,
            BooleanSupplier running) {
        ProfileSurroundings surroundings = new ProfileSurroundings(
                activities,
                settings.naming(),
                alarms,
                tracing,
                usage,
                settings.profileStorage(),
                settings.treeWaitMillis(),
                new ProfileSurroundings.ChangeEvents(
                        components.standardEventType("javax.slee.profile.ProfileAddedEvent", "1.0"),
                        components.standardEventType("javax.slee.profile.ProfileUpdatedEvent", "1.0"),
                        components.standardEventType("javax.slee.profile.ProfileRemovedEvent", "1.0")));
        ProfileActivities tableActivities = new ProfileActivities(activities);
        Profiles management = new Profiles(surroundings, tableActivities, id -> typeOf(repository, id), running);
        repository.all(ProfileSpecComponent.class).forEach(standard -> management.installIfStored(standard.id()));
        return new ProfileParts(tableActivities, new ProfileAccess(surroundings), management);
    }

    /** Null if no such specification is installed. */
    private static ProfileType typeOf(ComponentRepository repository, ProfileSpecificationID id) {
        InstalledComponent installed = repository.find(id).orElse(null);
        if (installed == null) {
            return null;
        }
        ProfileSpecComponent component = (ProfileSpecComponent) installed.component();
        EnvironmentContext environment = new EnvironmentContext();
        component.envEntries().forEach(entry -> SbbEnvironment.bind(environment, entry));
        return new ProfileType(
                component,
                installed.classLoader(),
                ProfileGenerator.generate(component, installed.classLoader()),
                environment);
    }
}
