package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import javax.slee.management.LibraryID;
import javax.slee.profile.ProfileSpecificationID;

/**
 * A profile specification: the schema of profile tables.
 *
 * @param singleProfile a hint that a table of this specification holds one profile only
 */
public record ProfileSpecComponent(
        ProfileSpecificationID id,
        List<LibraryID> libraries,
        List<ProfileSpecReference> profileSpecs,
        List<ProfileCollator> collators,
        ProfileClasses classes,
        List<EnvEntry> envEntries,
        List<ProfileQuery> queries,
        boolean readOnly,
        boolean eventsEnabled,
        boolean singleProfile)
        implements Component {

    public ProfileSpecComponent {
        requireNonNull(id, "id");
        requireNonNull(classes, "classes");
        libraries = List.copyOf(libraries);
        profileSpecs = List.copyOf(profileSpecs);
        collators = List.copyOf(collators);
        envEntries = List.copyOf(envEntries);
        queries = List.copyOf(queries);
    }
}
