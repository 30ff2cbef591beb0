package io.zongji.slee.container.descriptor;

import static io.zongji.slee.container.descriptor.DescriptorsTest.triple;

/** An SBB descriptor that uses every element and attribute there is. */
final class SbbText {

    static final String WHOLE = """
            <?xml version="1.0"?>
            <!DOCTYPE sbb-jar PUBLIC "-//Sun Microsystems, Inc.//DTD JAIN SLEE SBB 1.1//EN" "http://127.0.0.1:1/x.dtd">
            <sbb-jar>
              <description/>
              <sbb id="one">
                %s
                <sbb-alias>me</sbb-alias>
                <sbb-ref>%s<sbb-alias>leg</sbb-alias></sbb-ref>
                <profile-spec-ref>%s<profile-spec-alias>addresses</profile-spec-alias></profile-spec-ref>
                <sbb-classes>
                  <sbb-abstract-class reentrant="True">
                    <sbb-abstract-class-name>a.Sbb</sbb-abstract-class-name>
                    <cmp-field><cmp-field-name>count</cmp-field-name></cmp-field>
                    <cmp-field><cmp-field-name>peer</cmp-field-name><sbb-alias-ref>leg</sbb-alias-ref></cmp-field>
                    <get-child-relation-method>
                      <sbb-alias-ref>leg</sbb-alias-ref>
                      <get-child-relation-method-name>getLegs</get-child-relation-method-name>
                      <default-priority>-5</default-priority>
                    </get-child-relation-method>
                    <get-profile-cmp-method>
                      <profile-spec-alias-ref>addresses</profile-spec-alias-ref>
                      <get-profile-cmp-method-name>getAddress</get-profile-cmp-method-name>
                    </get-profile-cmp-method>
                  </sbb-abstract-class>
                  <sbb-local-interface isolate-security-permissions="True">
                    <sbb-local-interface-name>a.Local</sbb-local-interface-name>
                  </sbb-local-interface>
                  <sbb-activity-context-interface>
                    <sbb-activity-context-interface-name>a.Aci</sbb-activity-context-interface-name>
                  </sbb-activity-context-interface>
                  <sbb-usage-parameters-interface>
                    <sbb-usage-parameters-interface-name>a.Usage</sbb-usage-parameters-interface-name>
                    <usage-parameter name="calls" notifications-enabled="True"/>
                  </sbb-usage-parameters-interface>
                </sbb-classes>
                <address-profile-spec-alias-ref>addresses</address-profile-spec-alias-ref>
                <event event-direction="FireAndReceive" initial-event="True" mask-on-attach="True"
                       last-in-transaction="False">
                  <event-name>Invite</event-name>
                  <event-type-ref>%s</event-type-ref>
                  <initial-event-select variable="Event"/>
                  <initial-event-select variable="ActivityContext"/>
                  <initial-event-selector-method-name>select</initial-event-selector-method-name>
                  <event-resource-option>option</event-resource-option>
                </event>
                <event event-direction="Receive">
                  <event-name>Bye</event-name>
                  <event-type-ref>%s</event-type-ref>
                </event>
                <activity-context-attribute-alias>
                  <attribute-alias-name>shared</attribute-alias-name>
                  <sbb-activity-context-attribute-name>a</sbb-activity-context-attribute-name>
                  <sbb-activity-context-attribute-name>b</sbb-activity-context-attribute-name>
                </activity-context-attribute-alias>
                <env-entry><env-entry-name>limit</env-entry-name><env-entry-type>java.lang.Integer</env-entry-type>
                  <env-entry-value>7</env-entry-value></env-entry>
                <env-entry><env-entry-name>prefix</env-entry-name><env-entry-type>java.lang.String</env-entry-type>
                  <env-entry-value/></env-entry>
                <resource-adaptor-type-binding>
                  <resource-adaptor-type-ref>%s</resource-adaptor-type-ref>
                  <activity-context-interface-factory-name>slee/acif</activity-context-interface-factory-name>
                  <resource-adaptor-entity-binding>
                    <resource-adaptor-object-name>slee/ra</resource-adaptor-object-name>
                    <resource-adaptor-entity-link>link</resource-adaptor-entity-link>
                  </resource-adaptor-entity-binding>
                </resource-adaptor-type-binding>
                <ejb-ref><ejb-ref-name>ejb/x</ejb-ref-name><ejb-ref-type>Session</ejb-ref-type><home>a.Home</home>
                  <remote>a.Remote</remote><ejb-link>link</ejb-link></ejb-ref>
              </sbb>
            </sbb-jar>""".formatted(
                    triple("sbb", "S"),
                    triple("sbb", "Leg"),
                    triple("profile-spec", "P"),
                    triple("event-type", "Invite"),
                    triple("event-type", "Bye"),
                    triple("resource-adaptor-type", "T"));

    private SbbText() {}
}
