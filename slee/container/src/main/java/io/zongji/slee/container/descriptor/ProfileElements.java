package io.zongji.slee.container.descriptor;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads profile specifications, in the form of 1.1 and in that of 1.0 (names directly below the classes). */
final class ProfileElements {

    private ProfileElements() {}

    static List<ProfileSpecComponent> profileSpecs(Element root) {
        return root.atLeastOne("profile-spec").stream()
                .map(ProfileElements::profileSpec)
                .toList();
    }

    private static ProfileSpecComponent profileSpec(Element spec) {
        return new ProfileSpecComponent(
                Ids.profileSpec(spec),
                Ids.libraries(spec),
                Ids.profileSpecs(spec),
                spec.children("collator").stream()
                        .map(ProfileElements::collator)
                        .toList(),
                classes(spec.required("profile-classes"), spec.children("profile-index")),
                spec.children("env-entry").stream().map(Ids::envEntry).toList(),
                spec.children("query").stream().map(QueryElements::query).toList(),
                spec.flag("profile-read-only", true),
                spec.flag("profile-events-enabled", true),
                spec.child("profile-hints")
                        .map(hints -> hints.flag("single-profile", false))
                        .orElse(false));
    }

    private static ProfileCollator collator(Element collator) {
        return new ProfileCollator(
                collator.requiredText("collator-alias"),
                locale(collator),
                collator.attribute("strength"),
                collator.attribute("decomposition"));
    }

    private static Locale locale(Element collator) {
        try {
            return new Locale.Builder()
                    .setLanguage(collator.requiredText("locale-language").replace("?", ""))
                    .setRegion(collator.optionalText("locale-country").orElse(""))
                    .setVariant(collator.optionalText("locale-variant").orElse(""))
                    .build();
        } catch (IllformedLocaleException e) {
            collator.fault("names no valid locale: " + e.getMessage());
            return Locale.ROOT;
        }
    }

    private static ProfileClasses classes(Element classes, List<Element> indexes10) {
        Optional<Element> cmp = classes.child("profile-cmp-interface");
        String cmpInterface = cmp.isPresent()
                ? cmp.get().requiredText("profile-cmp-interface-name")
                : classes.requiredText("profile-cmp-interface-name");
        Optional<Element> abstractClass = classes.child("profile-abstract-class");
        return new ProfileClasses(
                cmpInterface,
                Stream.concat(cmpFields(cmp), indexes10.stream().map(ProfileElements::index10))
                        .toList(),
                Ids.named(classes, "profile-local-interface"),
                Ids.named(classes, "profile-management-interface")
                        .or(() -> classes.optionalText("profile-management-interface-name")),
                abstractClass
                        .map(found -> found.requiredText("profile-abstract-class-name"))
                        .or(() -> classes.optionalText("profile-management-abstract-class-name")),
                abstractClass.map(found -> found.flag("reentrant", false)).orElse(false),
                Ids.named(classes, "profile-table-interface"),
                Ids.usage(classes, "profile-usage-parameters"));
    }

    private static Stream<ProfileCmpField> cmpFields(Optional<Element> cmp) {
        return cmp.stream()
                .flatMap(found -> found.children("cmp-field").stream())
                .map(ProfileElements::cmpField);
    }

    private static ProfileCmpField cmpField(Element field) {
        return new ProfileCmpField(
                field.requiredText("cmp-field-name"),
                field.flag("unique", false),
                field.attribute("unique-collator-ref"),
                field.children("index-hint").stream()
                        .map(hint -> new ProfileCmpField.IndexHint(
                                hint.requiredAttribute("query-operator"), hint.attribute("collator-ref")))
                        .toList());
    }

    private static ProfileCmpField index10(Element index) {
        return new ProfileCmpField(
                index.ownRequiredText(),
                index.flag("unique", false),
                Optional.empty(),
                List.of(new ProfileCmpField.IndexHint("equals", Optional.empty())));
    }
}
