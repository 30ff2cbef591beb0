package io.zongji.slee.container.management;

import io.zongji.slee.container.deploy.InstalledComponent;
import io.zongji.slee.container.descriptor.Component;
import io.zongji.slee.container.descriptor.EventTypeComponent;
import io.zongji.slee.container.descriptor.LibraryComponent;
import io.zongji.slee.container.descriptor.ProfileSpecComponent;
import io.zongji.slee.container.descriptor.ProfileSpecReference;
import io.zongji.slee.container.descriptor.ResourceAdaptorComponent;
import io.zongji.slee.container.descriptor.ResourceAdaptorTypeBinding;
import io.zongji.slee.container.descriptor.ResourceAdaptorTypeComponent;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.descriptor.SbbEvent;
import io.zongji.slee.container.descriptor.SbbReference;
import io.zongji.slee.container.descriptor.ServiceComponent;
import java.util.List;
import javax.slee.EventTypeID;
import javax.slee.SbbID;
import javax.slee.management.ComponentDescriptor;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.EventTypeDescriptor;
import javax.slee.management.LibraryDescriptor;
import javax.slee.management.LibraryID;
import javax.slee.management.SbbDescriptor;
import javax.slee.management.ServiceDescriptor;
import javax.slee.profile.ProfileSpecificationDescriptor;
import javax.slee.profile.ProfileSpecificationID;
import javax.slee.resource.ResourceAdaptorDescriptor;
import javax.slee.resource.ResourceAdaptorTypeDescriptor;
import javax.slee.resource.ResourceAdaptorTypeID;

/** What management clients are told of one component, in the standard's classes. */
final class ComponentDescriptors {
    private final DeployableUnitID unit;
    private final String file;
    private final LibraryID[] libraries;

    private ComponentDescriptors(InstalledComponent installed) {
        unit = installed.unit();
        file = installed.file();
        libraries = installed.component().libraries().toArray(LibraryID[]::new);
    }

    static ComponentDescriptor of(InstalledComponent installed) {
        return new ComponentDescriptors(installed).describe(installed.component());
    }

    private ComponentDescriptor describe(Component component) {
        if (component instanceof SbbComponent sbb) {
            return sbb(sbb);
        } else if (component instanceof ServiceComponent service) {
            return service(service);
        } else if (component instanceof EventTypeComponent event) {
            return new EventTypeDescriptor(event.id(), unit, file, libraries, event.eventClass());
        } else if (component instanceof ResourceAdaptorTypeComponent type) {
            return type(type);
        } else if (component instanceof ResourceAdaptorComponent adaptor) {
            return adaptor(adaptor);
        } else if (component instanceof ProfileSpecComponent spec) {
            return new ProfileSpecificationDescriptor(
                    spec.id(),
                    unit,
                    file,
                    libraries,
                    specs(spec.profileSpecs()),
                    spec.classes().cmpInterface());
        }
        LibraryComponent library = (LibraryComponent) component;
        return new LibraryDescriptor(
                library.id(), unit, file, libraries, library.jars().toArray(String[]::new));
    }

    private ComponentDescriptor sbb(SbbComponent sbb) {
        return new SbbDescriptor(
                sbb.id(),
                unit,
                file,
                libraries,
                sbb.sbbs().stream().map(SbbReference::id).distinct().toArray(SbbID[]::new),
                sbb.events().stream().map(SbbEvent::type).distinct().toArray(EventTypeID[]::new),
                specs(sbb.profileSpecs()),
                sbb.addressProfileSpecAlias().flatMap(sbb::profileSpecByAlias).orElse(null),
                sbb.resourceAdaptorTypes().stream()
                        .map(ResourceAdaptorTypeBinding::type)
                        .distinct()
                        .toArray(ResourceAdaptorTypeID[]::new),
                sbb.linkNames().toArray(String[]::new));
    }

    private ComponentDescriptor service(ServiceComponent service) {
        return new ServiceDescriptor(
                service.id(),
                unit,
                file,
                service.rootSbb(),
                service.addressProfileTable().orElse(null),
                service.resourceInfoProfileTable().orElse(null));
    }

    private ComponentDescriptor type(ResourceAdaptorTypeComponent type) {
        return new ResourceAdaptorTypeDescriptor(
                type.id(),
                unit,
                file,
                libraries,
                type.activityTypes().toArray(String[]::new),
                type.resourceAdaptorInterface().orElse(null),
                type.eventTypes().toArray(EventTypeID[]::new));
    }

    private ComponentDescriptor adaptor(ResourceAdaptorComponent adaptor) {
        return new ResourceAdaptorDescriptor(
                adaptor.id(),
                unit,
                file,
                libraries,
                adaptor.types().toArray(ResourceAdaptorTypeID[]::new),
                specs(adaptor.profileSpecs()),
                adaptor.supportsActiveReconfiguration());
    }

    private static ProfileSpecificationID[] specs(List<ProfileSpecReference> references) {
        return references.stream().map(ProfileSpecReference::id).toArray(ProfileSpecificationID[]::new);
    }
}
