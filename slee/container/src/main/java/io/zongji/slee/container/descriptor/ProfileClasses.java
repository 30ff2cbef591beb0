package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** The interfaces and the abstract class of a profile specification by name, with the listed CMP fields. */
public record ProfileClasses(
        String cmpInterface,
        List<ProfileCmpField> cmpFields,
        Optional<String> localInterface,
        Optional<String> managementInterface,
        Optional<String> abstractClass,
        boolean reentrant,
        Optional<String> tableInterface,
        Optional<UsageInterface> usage) {

    public ProfileClasses {
        requireNonNull(cmpInterface, "cmpInterface");
        requireNonNull(localInterface, "localInterface");
        requireNonNull(managementInterface, "managementInterface");
        requireNonNull(abstractClass, "abstractClass");
        requireNonNull(tableInterface, "tableInterface");
        requireNonNull(usage, "usage");
        cmpFields = List.copyOf(cmpFields);
    }
}
