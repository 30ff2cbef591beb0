package javax.slee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.stream.Stream;
import javax.slee.facilities.AlarmLevel;
import javax.slee.facilities.TimerPreserveMissed;
import javax.slee.facilities.TraceLevel;
import javax.slee.management.LibraryID;
import javax.slee.management.ResourceAdaptorEntityState;
import javax.slee.management.ServiceState;
import javax.slee.management.SleeState;
import javax.slee.profile.ProfileID;
import javax.slee.profile.ProfileSpecificationID;
import javax.slee.resource.ActivityFlags;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.EventFlags;
import javax.slee.resource.ResourceAdaptorID;
import javax.slee.resource.ResourceAdaptorTypeID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Identifiers, addresses, properties, flags, levels and states. */
class ValuesTest {
    static Stream<ComponentID> identifiers() {
        return Stream.of(
                new EventTypeID("a", "b", "1"),
                new SbbID("a", "b", "1"),
                new ServiceID("a", "b", "1"),
                new LibraryID("a", "b", "1"),
                new ProfileSpecificationID("a", "b", "1"),
                new ResourceAdaptorID("a", "b", "1"),
                new ResourceAdaptorTypeID("a", "b", "1"));
    }

    @ParameterizedTest
    @MethodSource("identifiers")
    void anIdentifierEqualsItsCloneAndItsCopyAndNoOtherKind(ComponentID id) throws Exception {
        assertThat(id.clone()).isEqualTo(id).isNotSameAs(id).hasSameHashCodeAs(id);
        assertThat(copy(id)).isEqualTo(id);
        assertThat(id.toString()).isEqualTo(id.getClass().getSimpleName() + "[name=a,vendor=b,version=1]");
        assertThat(identifiers().filter(id::equals)).hasSize(1);
        assertThat(identifiers().filter(other -> id.compareTo(other) == 0)).hasSize(1);
    }

    @Test
    void identifiersAreOrderedByNameThenVendorThenVersion() {
        assertThat(new SbbID("a", "z", "9")).isLessThan(new SbbID("b", "a", "1"));
        assertThat(new SbbID("a", "a", "9")).isLessThan(new SbbID("a", "b", "1"));
        assertThat(new SbbID("a", "a", "1")).isLessThan(new SbbID("a", "a", "2"));
        assertThatNullPointerException().isThrownBy(() -> new SbbID("a", null, "1"));
    }

    @Test
    void addressesAreEqualByPlanAndStringAlone() {
        Address address = new Address(AddressPlan.SIP, "sip:alice@example.com");

        assertThat(new Address(
                        AddressPlan.SIP,
                        "sip:alice@example.com",
                        AddressPresentation.ALLOWED,
                        AddressScreening.NETWORK,
                        "sub",
                        "Alice"))
                .isEqualTo(address)
                .hasSameHashCodeAs(address);
        assertThat(new Address(AddressPlan.URI, "sip:alice@example.com")).isNotEqualTo(address);
        assertThatIllegalArgumentException().isThrownBy(() -> new Address(AddressPlan.SIP, ""));
        assertThat(AddressPlan.fromString("e.164 mobile")).isSameAs(AddressPlan.E164_MOBILE);
        assertThat(AddressPlan.fromInt(-1)).isSameAs(AddressPlan.NOT_PRESENT);
    }

    @Test
    void aProfileIsNamedByAnAddressToo() {
        ProfileID profile = new ProfileID("queues", "sales/north");

        assertThat(new ProfileID(profile.toAddress())).isEqualTo(profile);
        assertThatIllegalArgumentException().isThrownBy(() -> new ProfileID("a/b", "c"));
    }

    @Test
    void aPropertyReadsTheTextOfItsType() {
        assertThat(ConfigProperties.Property.toObject("java.lang.Integer", "5060"))
                .isEqualTo(5060);
        assertThat(ConfigProperties.Property.toObject("java.lang.Boolean", "TRUE"))
                .isEqualTo(true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigProperties.Property.toObject("java.lang.Integer", "five"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigProperties.Property.toObject("java.util.Date", "now"));
    }

    @Test
    void propertiesAreFoundByName() {
        ConfigProperties properties = new ConfigProperties();
        properties.addProperty(new ConfigProperties.Property("port", "java.lang.Integer", 5060));

        assertThat(properties.getProperty("port").getValue()).isEqualTo(5060);
        assertThat(properties.getProperty("host")).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> properties.addProperty(new ConfigProperties.Property("port", "java.lang.Integer", 1)));
    }

    @Test
    void flagsAreBitsThatAreSetOneByOne() {
        int activity = ActivityFlags.setRequestEndedCallback(ActivityFlags.NO_FLAGS);
        assertThat(activity).isEqualTo(2);
        assertThat(ActivityFlags.hasRequestEndedCallback(activity)).isTrue();
        assertThat(ActivityFlags.hasSleeMayMarshal(activity)).isFalse();

        int event = EventFlags.setRequestProcessingFailedCallback(EventFlags.setSleeMayMarshal(0));
        assertThat(event).isEqualTo(0x50);
        assertThat(EventFlags.hasRequestProcessingFailedCallback(event)).isTrue();
        assertThat(EventFlags.hasRequestProcessingSuccessfulCallback(event)).isFalse();
    }

    @Test
    void levelsAndStatesAreFoundByNumberAndByText() throws Exception {
        assertThat(AlarmLevel.fromInt(5)).isSameAs(AlarmLevel.MINOR).isSameAs(copy(AlarmLevel.MINOR));
        assertThat(AlarmLevel.fromString("major")).isSameAs(AlarmLevel.MAJOR);
        assertThat(TraceLevel.fromString("FINER")).isSameAs(TraceLevel.FINER);
        assertThat(TraceLevel.SEVERE.isHigherLevel(TraceLevel.INFO)).isTrue();
        assertThat(TimerPreserveMissed.fromString("last")).isSameAs(TimerPreserveMissed.LAST);
        assertThat(SleeState.fromInt(2)).isSameAs(SleeState.RUNNING).isSameAs(copy(SleeState.RUNNING));
        assertThat(SleeState.fromString("stopped").isStopped()).isTrue();
        assertThat(ServiceState.fromInt(2)).isSameAs(ServiceState.STOPPING).hasToString("Stopping");
        assertThat(ResourceAdaptorEntityState.fromString("ACTIVE")).isSameAs(ResourceAdaptorEntityState.ACTIVE);
        assertThatIllegalArgumentException().isThrownBy(() -> SleeState.fromInt(4));
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceState.fromString("asleep"));
        assertThatNullPointerException().isThrownBy(() -> ResourceAdaptorEntityState.fromString(null));
    }

    private static Object copy(Object original) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
