package io.zongji.slee.container.deploy;

import static io.zongji.slee.container.deploy.UnitFolder.eventDefinition;
import static io.zongji.slee.container.deploy.UnitFolder.ref;
import static io.zongji.slee.container.deploy.UnitFolder.triple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zongji.slee.container.descriptor.Component;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.slee.SbbID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidatorTest {

    private static final String WRONG = WrongThings.PREFIX;
    private static final String ALL_IN_ONE =
            "<deployable-unit><jar>.</jar><service-xml>services/call.xml</service-xml></deployable-unit>";

    /** A seeded fault: the component that has it, the rule, and a word by which the fault can be told from others. */
    private record Seed(String component, Rule rule, String word) {

        boolean matches(UnitFault fault) {
            return fault.rule() == rule
                    && fault.file().startsWith(file())
                    && fault.component().contains("name=" + component + ",")
                    && fault.found().contains(word);
        }

        private String file() {
            return switch (component) {
                case "Event", "Lost", "Hidden" -> "META-INF/event-jar.xml";
                case "Type", "Bare" -> "META-INF/resource-adaptor-type-jar.xml";
                case "Adaptor" -> "META-INF/resource-adaptor-jar.xml";
                case "Call" -> "services/call.xml";
                default -> "META-INF/sbb-jar.xml";
            };
        }
    }

    private final ComponentRepository repository = new ComponentRepository();
    private final Deployer deployer = new Deployer(repository, Clock.systemUTC());
    private final List<Seed> seeds = new ArrayList<>();

    @TempDir
    private Path folder;

    private UnitFolder unit;

    @BeforeEach
    void emptyUnit() {
        unit = new UnitFolder(folder);
    }

    @Test
    void unitThatObeysEveryRuleIsInstalled() throws Exception {
        unit.with(UnitFolder.UNIT, ALL_IN_ONE)
                .with("META-INF/event-jar.xml", RightThings.EVENT_JAR)
                .with("META-INF/resource-adaptor-jar.xml", RightAdaptor.JAR)
                .with("META-INF/resource-adaptor-type-jar.xml", RightAdaptor.TYPE_JAR)
                .with("META-INF/sbb-jar.xml", RightThings.SBB_JAR)
                .with("services/call.xml", UnitFolder.service("Call", "Root"));

        InstalledUnit installed = deployer.deploy(unit.onClassPath());

        assertThat(installed.components())
                .extracting(component -> component.component().id().getName())
                .containsExactly("Ring", "Type", "Adaptor", "Child", "Root", "Call");
    }

    @Test
    void everySeededFaultIsReportedAndNothingElse() throws Exception {
        List<Component> standard = repository.all(Component.class);
        seedSbb();
        seedOthers();
        unit.with(UnitFolder.UNIT, ALL_IN_ONE)
                .with("META-INF/event-jar.xml", events())
                .with("META-INF/sbb-jar.xml", sbbs())
                .with("META-INF/resource-adaptor-type-jar.xml", resourceAdaptorTypes())
                .with("META-INF/resource-adaptor-jar.xml", resourceAdaptors())
                .with("services/call.xml", UnitFolder.service("Call", "Nobody"));

        List<UnitFault> faults = faults();

        assertThat(seeds.stream().map(Seed::rule).distinct()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(seeds).allSatisfy(seed -> assertThat(faults).anyMatch(seed::matches));
        assertThat(faults).allSatisfy(fault -> assertThat(seeds).anyMatch(seed -> seed.matches(fault)));
        assertThat(faults).hasSameSizeAs(seeds);
        assertThat(repository.units()).isEmpty();
        assertThat(repository.all(Component.class)).isEqualTo(standard);
    }

    @Test
    void refusedUnitLeavesNothingBehind() throws Exception {
        unit.with(UnitFolder.UNIT, ALL_IN_ONE)
                .with("META-INF/event-jar.xml", RightThings.EVENT_JAR)
                .with("META-INF/sbb-jar.xml", RightThings.SBB_JAR)
                .with("services/call.xml", UnitFolder.service("Call", "Nobody"));

        assertThat(faults()).extracting(UnitFault::rule).containsExactly(Rule.UNKNOWN_SBB);

        assertThat(repository.units()).isEmpty();
        assertThat(repository.sbb(new SbbID("Root", "zj", "1"))).isEmpty();
    }

    @Test
    void faultsOfDescriptorsAndOfReadableComponentsAreReportedTogether() throws Exception {
        unit.with(UnitFolder.UNIT, ALL_IN_ONE)
                .with("META-INF/event-jar.xml", "<event-jar>\n<event-definition/></event-jar>")
                .with("META-INF/sbb-jar.xml", RightThings.SBB_JAR.replace("ChildSbb", "LostSbb"))
                .with("services/call.xml", UnitFolder.service("Call", "Root"));

        List<UnitFault> faults = faults();

        assertThat(faults).extracting(UnitFault::rule).contains(Rule.DESCRIPTOR_MALFORMED, Rule.CLASS_NOT_FOUND);
        assertThat(faults)
                .as("an unknown component may be one of the unreadable file")
                .extracting(UnitFault::rule)
                .doesNotContain(Rule.UNKNOWN_EVENT_TYPE);
        assertThat(faults.get(0).file()).isEqualTo("META-INF/event-jar.xml:2");
    }

    @Test
    void faultTellsComponentFileRuleAndRemedy() throws Exception {
        unit.with(UnitFolder.UNIT, "<deployable-unit><jar>.</jar></deployable-unit>")
                .with(
                        "META-INF/event-jar.xml",
                        "<event-jar>" + eventDefinition("Lost", "no.such.Event") + "</event-jar>");

        assertThat(faults())
                .singleElement()
                .asString()
                .contains("META-INF/event-jar.xml")
                .contains("Lost")
                .contains("[CLASS_NOT_FOUND]")
                .contains("event class no.such.Event is not found")
                .contains("correct the name");
    }

    private List<UnitFault> faults() {
        InvalidDeployableUnitException refused =
                catchThrowableOfType(InvalidDeployableUnitException.class, () -> deployer.deploy(unit.onClassPath()));
        assertThat(refused).as("the unit must be refused").isNotNull();
        return refused.faults();
    }

    private void seed(String component, Rule rule, String word) {
        seeds.add(new Seed(component, rule, word));
    }

    private String events() {
        return "<event-jar>" + eventDefinition("Event", WRONG + "Event")
                + eventDefinition("Event2", WRONG + "Event")
                + eventDefinition("Event3", WRONG + "Event")
                + eventDefinition("Event4", WRONG + "Event")
                + eventDefinition("Event5", WRONG + "Event")
                + eventDefinition("Event6", WRONG + "Event")
                + eventDefinition("Lost", "no.such.Event")
                + eventDefinition("Hidden", WRONG + "HiddenEvent")
                + eventDefinition("Event", WRONG + "Event") + "</event-jar>";
    }

    private void seedOthers() {
        seed("Lost", Rule.CLASS_NOT_FOUND, "no.such.Event");
        seed("Hidden", Rule.CLASS_SHAPE, "not public");
        seed("Event", Rule.DUPLICATE_COMPONENT, "event-jar.xml");
        seed("Call", Rule.UNKNOWN_SBB, "Nobody");
        seed("Type", Rule.FACTORY_INTERFACE, "makes no activity context");
        seed("Type", Rule.CLASS_NOT_FOUND, "no.such.Interface");
        seed("Type", Rule.UNKNOWN_EVENT_TYPE, "Unheard");
        seed("Adaptor", Rule.CLASS_SHAPE, "NoAdaptor");
        seed("Adaptor", Rule.CLASS_SUPERTYPE, "NoAdaptor");
        seed("Adaptor", Rule.CONFIG_PROPERTY, "'port'");
        seed("Adaptor", Rule.CONFIG_PROPERTY, "'when'");
        seed("Gone", Rule.CLASS_NOT_FOUND, "no.such.Sbb");
        seed("Plain", Rule.CLASS_SHAPE, "no public abstract class");
        seed("Plain", Rule.CLASS_SUPERTYPE, "javax.slee.Sbb");
        seed("Plain", Rule.CLASS_CONSTRUCTOR, "constructor");
    }

    private void seedSbb() {
        seed("Wrong", Rule.UNKNOWN_LIBRARY, "NoLibrary");
        seed("Wrong", Rule.UNKNOWN_SBB, "NoSbb");
        seed("Wrong", Rule.UNKNOWN_PROFILE_SPEC, "NoSpec");
        seed("Wrong", Rule.UNKNOWN_EVENT_TYPE, "NoEvent");
        seed("Wrong", Rule.UNKNOWN_RA_TYPE, "NoType");
        seed("Wrong", Rule.NAME_TWICE, "sbb-alias 'plain'");
        seed("Wrong", Rule.CMP_FIELD_NAME, "'Upper'");
        seed("Wrong", Rule.CMP_ACCESSOR, "'noSetter' has no setter");
        seed("Wrong", Rule.CMP_ACCESSOR, "'wrongSetter' has no setter");
        seed("Wrong", Rule.CMP_ACCESSOR, "'absent' has no getter");
        seed("Wrong", Rule.CMP_ACCESSOR, "'absent' has no setter");
        seed("Wrong", Rule.CMP_TYPE, "'thread'");
        seed("Wrong", Rule.ALIAS_UNKNOWN, "CMP field 'peer'");
        seed("Wrong", Rule.CHILD_RELATION_METHOD, "getKids");
        seed("Wrong", Rule.ALIAS_UNKNOWN, "child relation getGhosts");
        seed("Wrong", Rule.PROFILE_CMP_METHOD, "getProfile");
        seed("Wrong", Rule.ALIAS_UNKNOWN, "profile CMP method getProfile");
        seed("Wrong", Rule.ALIAS_UNKNOWN, "address-profile-spec-alias-ref");
        seed("Wrong", Rule.LIFE_CYCLE_METHOD, "setSbbContext");
        seed("Wrong", Rule.RESERVED_NAME, "void ejbThing()");
        seed("Wrong", Rule.RESERVED_NAME, "method public void sbbThing()");
        seed("Wrong", Rule.RESERVED_NAME, "local interface method");
        seed("Wrong", Rule.ABSTRACT_METHOD_UNEXPLAINED, "getForgotten");
        seed("Wrong", Rule.NARROW_METHOD, "asSbbActivityContextInterface");
        seed("Wrong", Rule.USAGE_INTERFACE, "getCalls");
        seed("Wrong", Rule.USAGE_METHOD, "getDefaultSbbUsageParameterSet");
        seed("Wrong", Rule.EVENT_HANDLER, "'Missing'");
        seed("Wrong", Rule.EVENT_HANDLER, "'WrongClass'");
        seed("Wrong", Rule.EVENT_HANDLER, "'Checked'");
        seed("Wrong", Rule.EVENT_HANDLER, "'Hidden'");
        seed("Wrong", Rule.EVENT_HANDLER, "'Twice' has several");
        seed("Wrong", Rule.FIRE_METHOD, "'Short'");
        seed("Wrong", Rule.INITIAL_EVENT, "never received");
        seed("Wrong", Rule.INITIAL_EVENT_SELECTOR, "'choose'");
        seed("Wrong", Rule.ACTIVITY_CONTEXT_INTERFACE, "does not extend");
        seed("Wrong", Rule.ACTIVITY_CONTEXT_INTERFACE, "forget");
        seed("Wrong", Rule.ACTIVITY_CONTEXT_INTERFACE, "java.lang.Thread");
        seed("Wrong", Rule.ATTRIBUTE_ALIAS, "'unheard'");
        seed("Wrong", Rule.LOCAL_INTERFACE, "missing()");
        seed("Wrong", Rule.LOCAL_INTERFACE, "int wrongResult()");
        seed("Wrong", Rule.ENV_ENTRY_TYPE, "'date'");
        seed("Wrong", Rule.ENV_ENTRY_VALUE, "'limit'");
        seed("Wrong", Rule.RA_BINDING, "binds a resource adaptor interface");
        seed("Wrong", Rule.RA_BINDING, "absolute");
    }

    private static String sbbs() {
        return "<sbb-jar>" + sbb("Gone", "no.such.Sbb") + sbb("Plain", WRONG + "NoSbb") + "<sbb>"
                + triple("sbb", "Wrong")
                + ref("library-ref", "library", "NoLibrary", "")
                + ref("sbb-ref", "sbb", "NoSbb", "<sbb-alias>none</sbb-alias>")
                + ref("sbb-ref", "sbb", "Plain", "<sbb-alias>plain</sbb-alias>")
                + ref("sbb-ref", "sbb", "Gone", "<sbb-alias>plain</sbb-alias>")
                + ref("profile-spec-ref", "profile-spec", "NoSpec", "")
                + "<sbb-classes>" + abstractClass()
                + named("sbb-local-interface", "Local") + named("sbb-activity-context-interface", "Aci")
                + named("sbb-usage-parameters-interface", "Usage") + "</sbb-classes>"
                + "<address-profile-spec-alias-ref>unheard</address-profile-spec-alias-ref>"
                + event("Missing", "Event", "Receive") + event("WrongClass", "Event2", "Receive")
                + event("Checked", "Event3", "Receive") + event("Short", "Event4", "Fire")
                + event("Twice", "Event5", "Receive") + event("Hidden", "Event6", "Receive")
                + "<activity-context-attribute-alias><attribute-alias-name>a</attribute-alias-name>"
                + "<sbb-activity-context-attribute-name>unheard</sbb-activity-context-attribute-name>"
                + "<sbb-activity-context-attribute-name>name</sbb-activity-context-attribute-name>"
                + "</activity-context-attribute-alias>"
                + envEntry("date", "java.util.Date", "today") + envEntry("limit", "java.lang.Integer", "many")
                + binding("NoType", "ra/one") + binding("Bare", "java:comp/env/ra") + "</sbb></sbb-jar>";
    }

    private static String abstractClass() {
        StringBuilder text = new StringBuilder(
                "<sbb-abstract-class><sbb-abstract-class-name>" + WRONG + "WrongSbb</sbb-abstract-class-name>");
        for (String field : List.of("Upper", "noSetter", "wrongSetter", "thread", "absent")) {
            text.append("<cmp-field><cmp-field-name>" + field + "</cmp-field-name></cmp-field>");
        }
        return text.append("<cmp-field><cmp-field-name>peer</cmp-field-name><sbb-alias-ref>ghost</sbb-alias-ref>")
                .append("</cmp-field>" + relation("plain", "getKids") + relation("ghost", "getGhosts"))
                .append("<get-profile-cmp-method><profile-spec-alias-ref>none</profile-spec-alias-ref>")
                .append("<get-profile-cmp-method-name>getProfile</get-profile-cmp-method-name>")
                .append("</get-profile-cmp-method></sbb-abstract-class>")
                .toString();
    }

    private static String relation(String alias, String method) {
        return "<get-child-relation-method><sbb-alias-ref>" + alias + "</sbb-alias-ref><get-child-relation-method-name>"
                + method + "</get-child-relation-method-name><default-priority>0</default-priority>"
                + "</get-child-relation-method>";
    }

    private static String sbb(String name, String className) {
        return ref(
                "sbb",
                "sbb",
                name,
                "<sbb-classes><sbb-abstract-class><sbb-abstract-class-name>" + className
                        + "</sbb-abstract-class-name></sbb-abstract-class></sbb-classes>");
    }

    private static String named(String element, String className) {
        return "<%1$s><%1$s-name>%2$s</%1$s-name></%1$s>".formatted(element, WRONG + className);
    }

    private static String event(String name, String type, String direction) {
        String initial = direction.equals("Fire") ? " initial-event='True'" : "";
        String selector = name.equals("Checked")
                ? "<initial-event-selector-method-name>choose</initial-event-selector-method-name>"
                : "";
        String extra = name.equals("Missing") ? ref("event-type-ref", "event-type", "NoEvent", "") : "";
        return "<event event-direction='" + direction + "'" + initial + "><event-name>" + name + "</event-name>"
                + (extra.isEmpty() ? ref("event-type-ref", "event-type", type, "") : extra) + selector + "</event>";
    }

    private static String envEntry(String name, String type, String value) {
        return "<env-entry><env-entry-name>" + name + "</env-entry-name><env-entry-type>" + type
                + "</env-entry-type><env-entry-value>" + value + "</env-entry-value></env-entry>";
    }

    private static String binding(String type, String name) {
        return "<resource-adaptor-type-binding>" + ref("resource-adaptor-type-ref", "resource-adaptor-type", type, "")
                + "<resource-adaptor-entity-binding><resource-adaptor-object-name>" + name
                + "</resource-adaptor-object-name></resource-adaptor-entity-binding></resource-adaptor-type-binding>";
    }

    private static String resourceAdaptorTypes() {
        return "<resource-adaptor-type-jar>"
                + ref(
                        "resource-adaptor-type",
                        "resource-adaptor-type",
                        "Type",
                        "<resource-adaptor-type-classes>"
                                + named("activity-context-interface-factory-interface", "Factory")
                                + "<resource-adaptor-interface><resource-adaptor-interface-name>no.such.Interface"
                                + "</resource-adaptor-interface-name></resource-adaptor-interface>"
                                + "</resource-adaptor-type-classes>"
                                + ref("event-type-ref", "event-type", "Unheard", ""))
                + ref("resource-adaptor-type", "resource-adaptor-type", "Bare", "<resource-adaptor-type-classes/>")
                + "</resource-adaptor-type-jar>";
    }

    private static String resourceAdaptors() {
        return "<resource-adaptor-jar>"
                + ref(
                        "resource-adaptor",
                        "resource-adaptor",
                        "Adaptor",
                        ref("resource-adaptor-type-ref", "resource-adaptor-type", "Type", "")
                                + "<resource-adaptor-classes><resource-adaptor-class><resource-adaptor-class-name>"
                                + WRONG + "NoAdaptor</resource-adaptor-class-name></resource-adaptor-class>"
                                + "</resource-adaptor-classes>"
                                + property("port", "java.lang.Integer", "sip")
                                + property("when", "java.util.Date", "now"))
                + "</resource-adaptor-jar>";
    }

    private static String property(String name, String type, String value) {
        return "<config-property><config-property-name>" + name + "</config-property-name><config-property-type>" + type
                + "</config-property-type><config-property-value>" + value
                + "</config-property-value></config-property>";
    }
}
