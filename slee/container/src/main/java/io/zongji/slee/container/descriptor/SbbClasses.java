package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** The abstract class of an SBB with what the container generates into it, and the SBB's interfaces, by name. */
public record SbbClasses(
        String abstractClass,
        boolean reentrant,
        List<CmpField> cmpFields,
        List<ChildRelationMethod> childRelations,
        List<ProfileCmpMethod> profileCmpMethods,
        Optional<String> localInterface,
        Optional<String> activityContextInterface,
        Optional<UsageInterface> usage) {

    public SbbClasses {
        requireNonNull(abstractClass, "abstractClass");
        requireNonNull(localInterface, "localInterface");
        requireNonNull(activityContextInterface, "activityContextInterface");
        requireNonNull(usage, "usage");
        cmpFields = List.copyOf(cmpFields);
        childRelations = List.copyOf(childRelations);
        profileCmpMethods = List.copyOf(profileCmpMethods);
    }
}
