package io.zongji.slee.container.descriptor;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads SBBs. */
final class SbbElements {

    private SbbElements() {}

    static List<SbbComponent> sbbs(Element root) {
        return root.atLeastOne("sbb").stream().map(SbbElements::sbb).toList();
    }

    private static SbbComponent sbb(Element sbb) {
        return new SbbComponent(
                Ids.sbb(sbb),
                sbb.optionalText("sbb-alias"),
                Ids.libraries(sbb),
                sbb.children("sbb-ref").stream()
                        .map(ref -> new SbbReference(Ids.sbb(ref), ref.requiredText("sbb-alias")))
                        .toList(),
                Ids.profileSpecs(sbb),
                classes(sbb.required("sbb-classes")),
                sbb.optionalText("address-profile-spec-alias-ref"),
                sbb.children("event").stream().map(SbbElements::event).toList(),
                sbb.children("activity-context-attribute-alias").stream()
                        .map(SbbElements::attributeAlias)
                        .toList(),
                sbb.children("env-entry").stream().map(Ids::envEntry).toList(),
                sbb.children("resource-adaptor-type-binding").stream()
                        .map(SbbElements::binding)
                        .toList(),
                sbb.children("ejb-ref").stream().map(SbbElements::ejb).toList());
    }

    private static SbbClasses classes(Element classes) {
        Element main = classes.required("sbb-abstract-class");
        return new SbbClasses(
                main.requiredText("sbb-abstract-class-name"),
                main.flag("reentrant", false),
                main.children("cmp-field").stream()
                        .map(field ->
                                new CmpField(field.requiredText("cmp-field-name"), field.optionalText("sbb-alias-ref")))
                        .toList(),
                main.children("get-child-relation-method").stream()
                        .map(relation -> new ChildRelationMethod(
                                relation.requiredText("get-child-relation-method-name"),
                                relation.requiredText("sbb-alias-ref"),
                                relation.requiredPriority("default-priority")))
                        .toList(),
                main.children("get-profile-cmp-method").stream()
                        .map(method -> new ProfileCmpMethod(
                                method.requiredText("get-profile-cmp-method-name"),
                                method.requiredText("profile-spec-alias-ref")))
                        .toList(),
                Ids.named(classes, "sbb-local-interface"),
                Ids.named(classes, "sbb-activity-context-interface"),
                Ids.usage(classes, "sbb-usage-parameters"));
    }

    private static SbbEvent event(Element event) {
        Set<InitialEventVariable> variables = EnumSet.noneOf(InitialEventVariable.class);
        event.children("initial-event-select")
                .forEach(select -> variables.add(select.choice("variable", InitialEventVariable.class)));
        return new SbbEvent(
                event.requiredText("event-name"),
                Ids.eventType(event.required("event-type-ref")),
                event.choice("event-direction", EventDirection.class),
                event.flag("initial-event", false),
                event.flag("mask-on-attach", false),
                event.flag("last-in-transaction", true),
                variables,
                event.optionalText("initial-event-selector-method-name"),
                event.optionalText("event-resource-option"));
    }

    private static AttributeAlias attributeAlias(Element alias) {
        return new AttributeAlias(
                alias.requiredText("attribute-alias-name"),
                alias.children("sbb-activity-context-attribute-name").stream()
                        .map(Element::ownRequiredText)
                        .toList());
    }

    private static ResourceAdaptorTypeBinding binding(Element binding) {
        return new ResourceAdaptorTypeBinding(
                Ids.resourceAdaptorType(binding.required("resource-adaptor-type-ref")),
                binding.optionalText("activity-context-interface-factory-name"),
                binding.children("resource-adaptor-entity-binding").stream()
                        .map(entity -> new ResourceAdaptorTypeBinding.EntityBinding(
                                entity.requiredText("resource-adaptor-object-name"),
                                entity.optionalText("resource-adaptor-entity-link")))
                        .toList());
    }

    private static EjbReference ejb(Element ejb) {
        return new EjbReference(
                ejb.requiredText("ejb-ref-name"),
                ejb.requiredText("ejb-ref-type"),
                ejb.requiredText("home"),
                ejb.requiredText("remote"),
                ejb.optionalText("ejb-link"));
    }
}
