package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import javax.slee.SbbID;
import javax.slee.management.LibraryID;
import javax.slee.profile.ProfileSpecificationID;

/** A service building block as its descriptor declares it. */
public record SbbComponent(
        SbbID id,
        Optional<String> alias,
        List<LibraryID> libraries,
        List<SbbReference> sbbs,
        List<ProfileSpecReference> profileSpecs,
        SbbClasses classes,
        Optional<String> addressProfileSpecAlias,
        List<SbbEvent> events,
        List<AttributeAlias> attributeAliases,
        List<EnvEntry> envEntries,
        List<ResourceAdaptorTypeBinding> resourceAdaptorTypes,
        List<EjbReference> ejbs)
        implements Component {

    public SbbComponent {
        requireNonNull(id, "id");
        requireNonNull(alias, "alias");
        requireNonNull(classes, "classes");
        requireNonNull(addressProfileSpecAlias, "addressProfileSpecAlias");
        libraries = List.copyOf(libraries);
        sbbs = List.copyOf(sbbs);
        profileSpecs = List.copyOf(profileSpecs);
        events = List.copyOf(events);
        attributeAliases = List.copyOf(attributeAliases);
        envEntries = List.copyOf(envEntries);
        resourceAdaptorTypes = List.copyOf(resourceAdaptorTypes);
        ejbs = List.copyOf(ejbs);
    }

    /** The SBB behind an alias: one of the referred ones, or this SBB under its own alias. */
    public Optional<SbbID> sbbByAlias(String wanted) {
        if (alias.filter(wanted::equals).isPresent()) {
            return Optional.of(id);
        }
        return sbbs.stream()
                .filter(reference -> reference.alias().equals(wanted))
                .map(SbbReference::id)
                .findFirst();
    }

    /** The RA links the SBB names, each once. */
    public List<String> linkNames() {
        return resourceAdaptorTypes.stream()
                .flatMap(binding -> binding.entities().stream())
                .flatMap(entity -> entity.entityLink().stream())
                .distinct()
                .toList();
    }

    public Optional<ProfileSpecificationID> profileSpecByAlias(String wanted) {
        return profileSpecs.stream()
                .filter(reference -> reference.alias().filter(wanted::equals).isPresent())
                .map(ProfileSpecReference::id)
                .findFirst();
    }
}
