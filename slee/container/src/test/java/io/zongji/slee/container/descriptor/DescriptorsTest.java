package io.zongji.slee.container.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.slee.EventTypeID;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.management.LibraryID;
import javax.slee.profile.ProfileSpecificationID;
import javax.slee.resource.ResourceAdaptorID;
import javax.slee.resource.ResourceAdaptorTypeID;
import org.junit.jupiter.api.Test;

class DescriptorsTest {

    private static final String FILE = "META-INF/test.xml";

    @Test
    void deployableUnitListsJarsAndServicesInOrder() throws DescriptorException {
        DeployableUnitContent content = read(
                Descriptors.DEPLOYABLE_UNIT,
                "<deployable-unit><jar> b.jar </jar><service-xml>s.xml</service-xml><jar>a.jar</jar></deployable-unit>");

        assertThat(content).isEqualTo(new DeployableUnitContent(List.of("b.jar", "a.jar"), List.of("s.xml")));
    }

    @Test
    void emptyDeployableUnitIsRefused() {
        assertThat(faults(Descriptors.DEPLOYABLE_UNIT, "<deployable-unit/>"))
                .singleElement()
                .asString()
                .contains(FILE + ":1 <deployable-unit>")
                .contains("at least one <jar> or <service-xml>");
    }

    @Test
    void eventTypesShareTheLibrariesOfTheirJar() throws DescriptorException {
        List<EventTypeComponent> events =
                read(Descriptors.EVENT_JAR, """
                <event-jar>
                  <library-ref>%s</library-ref>
                  <event-definition>%s<event-class-name>a.B</event-class-name></event-definition>
                </event-jar>""".formatted(triple("library", "L"), triple("event-type", "E")));

        assertThat(events)
                .containsExactly(new EventTypeComponent(
                        new EventTypeID("E", "v", "1"), "a.B", List.of(new LibraryID("L", "v", "1"))));
    }

    @Test
    void whiteSpaceCommentsAndSectionsAroundTextDoNotCount() throws DescriptorException {
        List<EventTypeComponent> events = read(Descriptors.EVENT_JAR, """
                <event-jar><event-definition>
                  <description>any <!-- thing --></description>
                  <event-type-name>
                     <!-- the name --> E
                  </event-type-name>
                  <event-type-vendor><![CDATA[v]]></event-type-vendor>
                  <event-type-version>\t1\n</event-type-version>
                  <event-class-name id="x"> a.<!-- cut -->B </event-class-name>
                </event-definition></event-jar>""");

        assertThat(events).containsExactly(new EventTypeComponent(new EventTypeID("E", "v", "1"), "a.B", List.of()));
    }

    @Test
    void documentTypesOf10And11AreAcceptedAndTheirAddressesNeverAsked() throws DescriptorException {
        for (String type : List.of(
                "PUBLIC \"-//Sun Microsystems, Inc.//DTD JAIN SLEE Event 1.0//EN\" \"http://127.0.0.1:1/no.dtd\"",
                "PUBLIC \"-//Sun Microsystems, Inc.//DTD JAIN SLEE Event 1.1//EN\" \"file:/no/such/file.dtd\"",
                "SYSTEM \"broken id\"")) {
            String body = triple("event-type", "E") + "<event-class-name>a.B</event-class-name>";
            String text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><!DOCTYPE event-jar " + type + ">"
                    + "<event-jar><event-definition>" + body + "</event-definition></event-jar>";

            assertThat(read(Descriptors.EVENT_JAR, text)).hasSize(1);
        }
    }

    @Test
    void externalEntitiesAreRefused() {
        String text = "<!DOCTYPE event-jar [<!ENTITY secret SYSTEM \"file:/etc/passwd\">]>"
                + "<event-jar><event-definition><event-type-name>&secret;</event-type-name></event-definition></event-jar>";

        assertThat(faults(Descriptors.EVENT_JAR, text)).isNotEmpty().noneMatch(fault -> fault.message()
                .contains("root:"));
    }

    @Test
    void brokenXmlIsReportedWithItsLine() {
        List<DescriptorFault> faults = faults(Descriptors.EVENT_JAR, "<event-jar>\n<event-definition>\n</event-jar>");

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.message()).startsWith("not well-formed XML: ");
        });
    }

    @Test
    void emptyFileIsReported() {
        assertThat(faults(Descriptors.EVENT_JAR, "")).singleElement().asString().contains("not well-formed");
    }

    @Test
    void otherRootElementIsReported() {
        assertThat(faults(Descriptors.SBB_JAR, "<event-jar/>"))
                .singleElement()
                .asString()
                .contains("<event-jar>: the root element must be <sbb-jar>");
    }

    @Test
    void allFaultsOfAFileAreFoundInOnePassWithTheirLines() {
        List<DescriptorFault> faults = faults(Descriptors.SBB_JAR, """
                <sbb-jar>
                  <sbb>
                    <sbb-name/>
                    <sbb-vendor>v</sbb-vendor>
                    <sbb-vendor>w</sbb-vendor>
                    <sbb-version>1</sbb-version>
                    <sbb-classes><sbb-abstract-class reentrant="perhaps">
                      <sbb-abstract-class-name>a.B</sbb-abstract-class-name>
                      <get-child-relation-method>
                        <sbb-alias-ref>x</sbb-alias-ref>
                        <get-child-relation-method-name>getX</get-child-relation-method-name>
                        <default-priority>128</default-priority>
                      </get-child-relation-method>
                    </sbb-abstract-class></sbb-classes>
                    <evnet/>
                    <event event-direction="Both" inital-event="True">
                      <event-name>E</event-name>
                      <initial-event-select variable="EventObject"/>
                    </event>
                  </sbb>
                </sbb-jar>""");

        assertThat(faults).extracting(DescriptorFault::line).isSorted();
        assertThat(faults)
                .extracting(DescriptorFault::toString)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains(":3 <sbb-name>: must not be empty"),
                        text -> assertThat(text).contains(":5 <sbb-vendor>: appears more than once"),
                        text -> assertThat(text)
                                .contains(":7 <sbb-abstract-class>")
                                .contains("'perhaps'"),
                        text -> assertThat(text)
                                .contains(":12 <default-priority>")
                                .contains("-128 to 127"),
                        text -> assertThat(text).contains(":15 <evnet>: unknown in <sbb>"),
                        text -> assertThat(text).contains(":16 <event>").contains("Fire, Receive, FireAndReceive"),
                        text -> assertThat(text).contains(":16 <event>: unknown attribute 'inital-event'"),
                        text -> assertThat(text).contains(":16 <event>: needs a <event-type-ref>"),
                        text -> assertThat(text)
                                .contains(":18 <initial-event-select>")
                                .contains("'EventObject'"));
    }

    @Test
    void whatNobodyKnowsIsIgnoredWithAWarning() throws DescriptorException {
        List<DescriptorFault> warnings = new ArrayList<>();
        String text = "<event-jar xmlns:v='urn:vendor' schema-hint='1'>\n<event-definition>" + triple("event-type", "E")
                + "<event-class-name>a.B</event-class-name><persistence-policy><store/></persistence-policy>"
                + "<v:event-class-name>c.D</v:event-class-name></event-definition></event-jar>";

        List<EventTypeComponent> events = Descriptors.EVENT_JAR.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), FILE, warnings::add);

        assertThat(events).extracting(EventTypeComponent::eventClass).containsExactly("a.B");
        assertThat(warnings)
                .extracting(DescriptorFault::toString)
                .containsExactly(
                        FILE + ":1 <event-jar>: unknown attribute 'schema-hint' is ignored",
                        FILE + ":2 <persistence-policy>: unknown in <event-definition>, ignored with all it holds");
    }

    @Test
    void misspeltAndMisplacedElementsAreFaults() {
        String text = "<event-jar><event-definition>" + triple("event-type", "E")
                + "<event-class-name>a.B</event-class-name></event-definition><event-type-name/>"
                + "<librari-ref/></event-jar>";

        assertThat(faults(Descriptors.EVENT_JAR, text))
                .extracting(DescriptorFault::toString)
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("<event-type-name>: does not belong into <event-jar>"),
                        fault ->
                                assertThat(fault).contains("<librari-ref>").contains("perhaps <library-ref> is meant"));
    }

    @Test
    void entitiesOfADeployConfigAreRead() throws DescriptorException {
        String text = """
                <deploy-config>
                  <ra-entity resource-adaptor-id="ResourceAdaptorID[name=R,vendor=a.v,version=1.2]" entity-name=" one ">
                    <properties>
                      <property name="port" type="java.lang.Integer" value="5060"/>
                      <property name="host" value=""/>
                    </properties>
                    <ra-link name="first"/><ra-link name="second"/>
                  </ra-entity>
                  <ra-entity resource-adaptor-id="R#a.v#1.2" entity-name="two"/>
                </deploy-config>""";
        ResourceAdaptorID id = new ResourceAdaptorID("R", "a.v", "1.2");

        assertThat(read(Descriptors.DEPLOY_CONFIG, text))
                .containsExactly(
                        new EntityConfig(
                                id,
                                "one",
                                List.of(
                                        new EntityConfig.Property("port", Optional.of("java.lang.Integer"), "5060"),
                                        new EntityConfig.Property("host", Optional.empty(), "")),
                                List.of("first", "second")),
                        new EntityConfig(id, "two", List.of(), List.of()));
    }

    @Test
    void oddDeployConfigIsRefused() {
        String text = "<deploy-config><ra-entity resource-adaptor-id='R' entity-name='one'/>"
                + "<ra-entity><properties file='x.properties'/></ra-entity></deploy-config>";

        assertThat(faults(Descriptors.DEPLOY_CONFIG, text))
                .extracting(DescriptorFault::message)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).contains("but is 'R'"),
                        message -> assertThat(message).contains("but is '?'"),
                        message -> assertThat(message).isEqualTo("needs the attribute 'resource-adaptor-id'"),
                        message -> assertThat(message).isEqualTo("needs the attribute 'entity-name'"),
                        message -> assertThat(message).startsWith("properties of another file are not read"));
    }

    @Test
    void wholeSbbIsRead() throws DescriptorException {
        SbbComponent sbb = read(Descriptors.SBB_JAR, SbbText.WHOLE).get(0);

        assertThat(sbb.id()).isEqualTo(new SbbID("S", "v", "1"));
        assertThat(sbb.sbbByAlias("me")).contains(sbb.id());
        assertThat(sbb.sbbByAlias("leg")).contains(new SbbID("Leg", "v", "1"));
        assertThat(sbb.sbbByAlias("other")).isEmpty();
        assertThat(sbb.profileSpecByAlias("addresses")).contains(new ProfileSpecificationID("P", "v", "1"));
        assertThat(sbb.addressProfileSpecAlias()).contains("addresses");
        assertThat(sbb.classes())
                .isEqualTo(new SbbClasses(
                        "a.Sbb",
                        true,
                        List.of(new CmpField("count", Optional.empty()), new CmpField("peer", Optional.of("leg"))),
                        List.of(new ChildRelationMethod("getLegs", "leg", (byte) -5)),
                        List.of(new ProfileCmpMethod("getAddress", "addresses")),
                        Optional.of("a.Local"),
                        Optional.of("a.Aci"),
                        Optional.of(
                                new UsageInterface("a.Usage", List.of(new UsageInterface.Parameter("calls", true))))));
        assertThat(sbb.attributeAliases()).containsExactly(new AttributeAlias("shared", List.of("a", "b")));
        assertThat(sbb.envEntries())
                .containsExactly(
                        new EnvEntry("limit", "java.lang.Integer", Optional.of("7")),
                        new EnvEntry("prefix", "java.lang.String", Optional.of("")));
        assertThat(sbb.resourceAdaptorTypes())
                .containsExactly(new ResourceAdaptorTypeBinding(
                        new ResourceAdaptorTypeID("T", "v", "1"),
                        Optional.of("slee/acif"),
                        List.of(new ResourceAdaptorTypeBinding.EntityBinding("slee/ra", Optional.of("link")))));
        assertThat(sbb.ejbs())
                .containsExactly(new EjbReference("ejb/x", "Session", "a.Home", "a.Remote", Optional.of("link")));
    }

    @Test
    void eventsKeepTheirSwitches() throws DescriptorException {
        List<SbbEvent> events = read(Descriptors.SBB_JAR, SbbText.WHOLE).get(0).events();

        SbbEvent invite = events.get(0);
        assertThat(invite.handlerMethod()).isEqualTo("onInvite");
        assertThat(invite.direction()).isEqualTo(EventDirection.FIRE_AND_RECEIVE);
        assertThat(invite.initial()).isTrue();
        assertThat(invite.maskOnAttach()).isTrue();
        assertThat(invite.lastInTransaction()).isFalse();
        assertThat(invite.initialEventVariables())
                .containsExactly(InitialEventVariable.ACTIVITY_CONTEXT, InitialEventVariable.EVENT);
        assertThat(invite.initialEventSelector()).contains("select");
        assertThat(invite.resourceOption()).contains("option");
        SbbEvent bye = events.get(1);
        assertThat(bye.initial()).isFalse();
        assertThat(bye.maskOnAttach()).isFalse();
        assertThat(bye.lastInTransaction()).isTrue();
    }

    @Test
    void resourceAdaptorTypeIsRead() throws DescriptorException {
        String text = "<resource-adaptor-type-jar><resource-adaptor-type>" + triple("resource-adaptor-type", "T")
                + "<resource-adaptor-type-classes><activity-type><activity-type-name>a.Dialog</activity-type-name>"
                + "</activity-type><resource-adaptor-interface><resource-adaptor-interface-name>a.Ra"
                + "</resource-adaptor-interface-name></resource-adaptor-interface></resource-adaptor-type-classes>"
                + "<event-type-ref>" + triple("event-type", "E") + "</event-type-ref>"
                + "</resource-adaptor-type></resource-adaptor-type-jar>";

        assertThat(read(Descriptors.RESOURCE_ADAPTOR_TYPE_JAR, text))
                .containsExactly(new ResourceAdaptorTypeComponent(
                        new ResourceAdaptorTypeID("T", "v", "1"),
                        List.of(),
                        List.of("a.Dialog"),
                        Optional.empty(),
                        Optional.of("a.Ra"),
                        List.of(new EventTypeID("E", "v", "1"))));
    }

    @Test
    void resourceAdaptorIsRead() throws DescriptorException {
        String text = "<resource-adaptor-jar><resource-adaptor ignore-ra-type-event-type-check='True'>"
                + triple("resource-adaptor", "R")
                + "<resource-adaptor-type-ref>" + triple("resource-adaptor-type", "T") + "</resource-adaptor-type-ref>"
                + "<resource-adaptor-classes><resource-adaptor-class supports-active-reconfiguration='true'>"
                + "<resource-adaptor-class-name>a.R</resource-adaptor-class-name></resource-adaptor-class>"
                + "</resource-adaptor-classes>"
                + property("port", "java.lang.Integer", "<config-property-value>5060</config-property-value>")
                + property("host", "java.lang.String", "")
                + property("max", "java.lang.Integer", "<config-property-value> </config-property-value>")
                + "</resource-adaptor><security-permissions><any/></security-permissions></resource-adaptor-jar>";

        assertThat(read(Descriptors.RESOURCE_ADAPTOR_JAR, text))
                .containsExactly(new ResourceAdaptorComponent(
                        new ResourceAdaptorID("R", "v", "1"),
                        List.of(new ResourceAdaptorTypeID("T", "v", "1")),
                        List.of(),
                        List.of(),
                        "a.R",
                        true,
                        true,
                        Optional.empty(),
                        List.of(
                                new ConfigPropertyDefinition("port", "java.lang.Integer", Optional.of("5060")),
                                new ConfigPropertyDefinition("host", "java.lang.String", Optional.empty()),
                                new ConfigPropertyDefinition("max", "java.lang.Integer", Optional.empty()))));
    }

    @Test
    void resourceAdaptorWithoutTypeIsRefused() {
        String text = "<resource-adaptor-jar><resource-adaptor>" + triple("resource-adaptor", "R")
                + "</resource-adaptor></resource-adaptor-jar>";

        assertThat(faults(Descriptors.RESOURCE_ADAPTOR_JAR, text))
                .extracting(DescriptorFault::message)
                .containsExactlyInAnyOrder(
                        "needs at least one <resource-adaptor-type-ref>", "needs a <resource-adaptor-classes>");
    }

    @Test
    void servicesAreRead() throws DescriptorException {
        String text = "<service-xml><service>" + triple("service", "Call") + "<root-sbb>" + triple("sbb", "S")
                + "</root-sbb><default-priority> 10 </default-priority>"
                + "<address-profile-table>t</address-profile-table></service></service-xml>";

        assertThat(read(Descriptors.SERVICE, text))
                .containsExactly(new ServiceComponent(
                        new ServiceID("Call", "v", "1"),
                        new SbbID("S", "v", "1"),
                        (byte) 10,
                        Optional.of("t"),
                        Optional.empty()));
    }

    @Test
    void serviceWithoutRootIsRefused() {
        String text = "<service-xml><service>" + triple("service", "Call")
                + "<default-priority>high</default-priority></service></service-xml>";

        assertThat(faults(Descriptors.SERVICE, text))
                .extracting(DescriptorFault::message)
                .containsExactlyInAnyOrder(
                        "needs a <root-sbb>", "must be a whole number from -128 to 127, but is 'high'");
    }

    @Test
    void librariesAreRead() throws DescriptorException {
        String text = "<library-jar><library>" + triple("library", "L") + "<library-ref>" + triple("library", "M")
                + "</library-ref><jar><jar-name>x.jar</jar-name></jar></library></library-jar>";

        assertThat(read(Descriptors.LIBRARY_JAR, text))
                .containsExactly(new LibraryComponent(
                        new LibraryID("L", "v", "1"), List.of(new LibraryID("M", "v", "1")), List.of("x.jar")));
    }

    @Test
    void libraryJarWithoutLibraryIsRefused() {
        assertThat(faults(Descriptors.LIBRARY_JAR, "<library-jar/>"))
                .extracting(DescriptorFault::message)
                .containsExactly("needs at least one <library>");
    }

    @Test
    void profileSpecOf11IsReadWithItsQueries() throws DescriptorException {
        String text = "<profile-spec-jar><profile-spec profile-read-only='False'>" + triple("profile-spec", "P")
                + "<collator strength='Primary'><collator-alias>zh</collator-alias>"
                + "<locale-language>zh</locale-language><locale-country>CN</locale-country></collator>"
                + "<profile-classes><profile-cmp-interface><profile-cmp-interface-name>a.Cmp"
                + "</profile-cmp-interface-name><cmp-field unique='True'><cmp-field-name>number</cmp-field-name>"
                + "<index-hint query-operator='equals'/></cmp-field></profile-cmp-interface>"
                + "<profile-abstract-class reentrant='True'><profile-abstract-class-name>a.P"
                + "</profile-abstract-class-name></profile-abstract-class></profile-classes>"
                + "<query name='q'><query-parameter name='p' type='int'/><query-options max-matches='5'/>"
                + "<and><compare attribute-name='x' op='equals' parameter='p'/>"
                + "<not><has-prefix attribute-name='number' value='4' collator-ref='zh'/></not></and></query>"
                + "<profile-hints single-profile='True'/></profile-spec></profile-spec-jar>";

        ProfileSpecComponent spec = read(Descriptors.PROFILE_SPEC_JAR, text).get(0);

        assertThat(spec.readOnly()).isFalse();
        assertThat(spec.eventsEnabled()).isTrue();
        assertThat(spec.singleProfile()).isTrue();
        assertThat(spec.collators().get(0).locale()).isEqualTo(Locale.CHINA);
        assertThat(spec.classes().abstractClass()).contains("a.P");
        assertThat(spec.classes().reentrant()).isTrue();
        assertThat(spec.classes().cmpFields())
                .containsExactly(new ProfileCmpField(
                        "number",
                        true,
                        Optional.empty(),
                        List.of(new ProfileCmpField.IndexHint("equals", Optional.empty()))));
        assertThat(spec.queries())
                .containsExactly(new ProfileQuery(
                        "q",
                        List.of(new ProfileQuery.Parameter("p", "int")),
                        true,
                        OptionalLong.of(5),
                        new QueryTerm.And(List.of(
                                new QueryTerm.Compare(
                                        "x",
                                        "equals",
                                        new QueryTerm.Operand(Optional.empty(), Optional.of("p")),
                                        Optional.empty()),
                                new QueryTerm.Not(new QueryTerm.HasPrefix(
                                        "number",
                                        new QueryTerm.Operand(Optional.of("4"), Optional.empty()),
                                        Optional.of("zh")))))));
    }

    @Test
    void profileSpecOf10IsRead() throws DescriptorException {
        String text = "<profile-spec-jar><profile-spec>" + triple("profile-spec", "P")
                + "<profile-classes><profile-cmp-interface-name>a.Cmp</profile-cmp-interface-name>"
                + "<profile-management-abstract-class-name>a.M</profile-management-abstract-class-name>"
                + "</profile-classes><profile-index unique='True'>number</profile-index>"
                + "</profile-spec></profile-spec-jar>";

        ProfileClasses classes = read(Descriptors.PROFILE_SPEC_JAR, text).get(0).classes();

        assertThat(classes.cmpInterface()).isEqualTo("a.Cmp");
        assertThat(classes.abstractClass()).contains("a.M");
        assertThat(classes.cmpFields()).extracting(ProfileCmpField::name).containsExactly("number");
    }

    @Test
    void oddQueriesAreRefused() {
        String text = "<profile-spec-jar><profile-spec>" + triple("profile-spec", "P")
                + "<profile-classes><profile-cmp-interface><profile-cmp-interface-name>a.Cmp"
                + "</profile-cmp-interface-name></profile-cmp-interface></profile-classes>"
                + "<query name='none'/>"
                + "<query name='both'><compare attribute-name='x' op='equals' parameter='p' value='1'/></query>"
                + "<query name='lonely'><and><compare attribute-name='x' op='equals' value='1'/></and></query>"
                + "<query name='many'><query-options max-matches='all'/><compare attribute-name='x' op='e' value='1'/>"
                + "</query></profile-spec></profile-spec-jar>";

        assertThat(faults(Descriptors.PROFILE_SPEC_JAR, text))
                .extracting(DescriptorFault::message)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).startsWith("needs exactly one of"),
                        message -> assertThat(message).contains("either the attribute 'value' or 'parameter'"),
                        message -> assertThat(message).contains("joins at least two terms"),
                        message -> assertThat(message).contains("'max-matches' must be a whole number"));
    }

    static String triple(String kind, String name) {
        return "<%1$s-name>%2$s</%1$s-name><%1$s-vendor>v</%1$s-vendor><%1$s-version>1</%1$s-version>"
                .formatted(kind, name);
    }

    private static String property(String name, String type, String value) {
        return "<config-property><config-property-name>" + name + "</config-property-name><config-property-type>" + type
                + "</config-property-type>" + value + "</config-property>";
    }

    private static <T> T read(DescriptorReader<T> reader, String text) throws DescriptorException {
        return reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), FILE);
    }

    private static List<DescriptorFault> faults(DescriptorReader<?> reader, String text) {
        DescriptorException thrown = catchThrowableOfType(DescriptorException.class, () -> read(reader, text));
        assertThat(thrown).as("faults are expected").isNotNull();
        return thrown.faults();
    }
}
