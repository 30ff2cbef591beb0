package io.zongji.slee.container.deploy;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import javax.slee.ActivityContextInterface;
import javax.slee.ActivityEndEvent;
import javax.slee.Address;
import javax.slee.ChildRelation;
import javax.slee.EventContext;
import javax.slee.InitialEventSelector;
import javax.slee.SbbLocalObject;
import javax.slee.ServiceID;
import javax.slee.profile.AddressProfileCMP;
import javax.slee.profile.ProfileID;
import javax.slee.profile.UnrecognizedProfileNameException;
import javax.slee.profile.UnrecognizedProfileTableNameException;
import javax.slee.usage.SampleStatistics;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/** Classes that obey every rule, and the descriptors that go with them. */
public final class RightThings {

    static final String PREFIX = RightThings.class.getName() + "$";

    static final String EVENT_JAR =
            "<event-jar>" + UnitFolder.eventDefinition("Ring", PREFIX + "Ring") + "</event-jar>";

    static final String SBB_JAR = """
            <sbb-jar>
              <sbb>%s
                <sbb-classes><sbb-abstract-class>
                  <sbb-abstract-class-name>%sChildSbb</sbb-abstract-class-name></sbb-abstract-class>
                  <sbb-local-interface><sbb-local-interface-name>%sChildLocal</sbb-local-interface-name>
                  </sbb-local-interface>
                </sbb-classes>
              </sbb>
              <sbb>%s
                <sbb-ref>%s<sbb-alias>child</sbb-alias></sbb-ref>
                <profile-spec-ref>
                  <profile-spec-name>AddressProfileSpec</profile-spec-name>
                  <profile-spec-vendor>javax.slee</profile-spec-vendor>
                  <profile-spec-version>1.0</profile-spec-version>
                  <profile-spec-alias>addresses</profile-spec-alias>
                </profile-spec-ref>
                <sbb-classes>
                  <sbb-abstract-class>
                    <sbb-abstract-class-name>%sRootSbb</sbb-abstract-class-name>
                    <cmp-field><cmp-field-name>count</cmp-field-name></cmp-field>
                    <cmp-field><cmp-field-name>peer</cmp-field-name><sbb-alias-ref>child</sbb-alias-ref></cmp-field>
                    <cmp-field><cmp-field-name>aci</cmp-field-name></cmp-field>
                    <cmp-field><cmp-field-name>names</cmp-field-name></cmp-field>
                    <get-child-relation-method>
                      <sbb-alias-ref>child</sbb-alias-ref>
                      <get-child-relation-method-name>getChildren</get-child-relation-method-name>
                      <default-priority>1</default-priority>
                    </get-child-relation-method>
                    <get-profile-cmp-method>
                      <profile-spec-alias-ref>addresses</profile-spec-alias-ref>
                      <get-profile-cmp-method-name>getAddressProfile</get-profile-cmp-method-name>
                    </get-profile-cmp-method>
                  </sbb-abstract-class>
                  <sbb-local-interface><sbb-local-interface-name>%sRootLocal</sbb-local-interface-name>
                  </sbb-local-interface>
                  <sbb-activity-context-interface>
                    <sbb-activity-context-interface-name>%sRootAci</sbb-activity-context-interface-name>
                  </sbb-activity-context-interface>
                  <sbb-usage-parameters-interface>
                    <sbb-usage-parameters-interface-name>%sRootUsage</sbb-usage-parameters-interface-name>
                    <usage-parameter name="calls"/>
                  </sbb-usage-parameters-interface>
                </sbb-classes>
                <address-profile-spec-alias-ref>addresses</address-profile-spec-alias-ref>
                <event event-direction="FireAndReceive" initial-event="True">
                  <event-name>Ring</event-name><event-type-ref>%s</event-type-ref>
                  <initial-event-select variable="AddressProfile"/>
                  <initial-event-selector-method-name>select</initial-event-selector-method-name>
                </event>
                <event event-direction="Receive"><event-name>End</event-name>
                  <event-type-ref><event-type-name>javax.slee.ActivityEndEvent</event-type-name>
                    <event-type-vendor>javax.slee</event-type-vendor><event-type-version>1.0</event-type-version>
                  </event-type-ref>
                </event>
                <activity-context-attribute-alias><attribute-alias-name>caller</attribute-alias-name>
                  <sbb-activity-context-attribute-name>caller</sbb-activity-context-attribute-name>
                </activity-context-attribute-alias>
                <env-entry><env-entry-name>limit</env-entry-name><env-entry-type>java.lang.Integer</env-entry-type>
                  <env-entry-value>7</env-entry-value></env-entry>
              </sbb>
            </sbb-jar>""".formatted(
                    UnitFolder.triple("sbb", "Child"),
                    PREFIX,
                    PREFIX,
                    UnitFolder.triple("sbb", "Root"),
                    UnitFolder.triple("sbb", "Child"),
                    PREFIX,
                    PREFIX,
                    PREFIX,
                    PREFIX,
                    UnitFolder.triple("event-type", "Ring"));

    private RightThings() {}

    /** An event. */
    public record Ring(String caller) implements Serializable {}

    public interface ChildLocal extends SbbLocalObject {
        void greet();
    }

    public abstract static class ChildSbb extends EmptySbb {
        public void greet() {}
    }

    public interface RootLocal extends SbbLocalObject {
        int getCount();

        Comparable<String> answer(String question) throws IOException;
    }

    public interface RootAci extends ActivityContextInterface {
        String getCaller();

        void setCaller(String caller);

        int getOnlyRead();
    }

    public interface RootUsage {
        void incrementCalls(long value);

        void sampleDuration(long value);

        long getCalls();

        SampleStatistics getDuration();
    }

    public abstract static class RootSbb extends EmptySbb {
        public abstract int getCount();

        public abstract void setCount(int count);

        public abstract ChildLocal getPeer();

        public abstract void setPeer(ChildLocal peer);

        public abstract ActivityContextInterface getAci();

        public abstract void setAci(ActivityContextInterface aci);

        public abstract List<String> getNames();

        public abstract void setNames(List<String> names);

        public abstract ChildRelation getChildren();

        public abstract AddressProfileCMP getAddressProfile(ProfileID id)
                throws UnrecognizedProfileTableNameException, UnrecognizedProfileNameException;

        public abstract RootAci asSbbActivityContextInterface(ActivityContextInterface aci);

        public abstract RootUsage getDefaultSbbUsageParameterSet();

        public abstract RootUsage getSbbUsageParameterSet(String name)
                throws UnrecognizedUsageParameterSetNameException;

        public abstract void fireRing(Ring event, ActivityContextInterface aci, Address address);

        public abstract void fireRing(Ring event, ActivityContextInterface aci, Address address, ServiceID service);

        public void onRing(Ring event, RootAci aci, EventContext context) {}

        public void onEnd(ActivityEndEvent event, ActivityContextInterface aci) {}

        public InitialEventSelector select(InitialEventSelector selector) {
            return selector;
        }

        public String answer(String question) {
            return question;
        }
    }
}
