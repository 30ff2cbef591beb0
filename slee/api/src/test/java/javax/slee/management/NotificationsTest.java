package javax.slee.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Proxy;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.slee.InvalidArgumentException;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.facilities.AlarmLevel;
import javax.slee.usage.UsageMBean;
import javax.slee.usage.UsageNotification;
import javax.slee.usage.UsageOutOfRangeFilter;
import javax.slee.usage.UsageThresholdFilter;
import javax.slee.usage.UsageUpdatedFilter;
import org.junit.jupiter.api.Test;

/** Sources, notifications and the filters that stand between them and a management client. */
class NotificationsTest {
    private static final NotificationSource SOURCE = new ResourceAdaptorEntityNotification("SipRA");

    @Test
    void sourcesAreOrderedByIdentityAndAmongKindsByClass() {
        assertThat(SOURCE).isEqualTo(new ResourceAdaptorEntityNotification("SipRA"));
        assertThat(SOURCE.compareTo(new ResourceAdaptorEntityNotification("TRA")))
                .isNegative();
        assertThat(SOURCE.compareTo(new SubsystemNotification("SipRA"))).isNegative();
        assertThat(new SubsystemNotification("SipRA").compareTo(SOURCE)).isPositive();
        assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> SOURCE.compareTo("SipRA"));
    }

    @Test
    void aSourceNamesItsUsageMBean() throws Exception {
        String name = UsageMBean.BASE_OBJECT_NAME
                + ','
                + SbbNotification.getUsageMBeanProperties(new ServiceID("s", "v", "1"), new SbbID("b,=", "v", "2"));

        assertThat(ObjectName.unquote(new ObjectName(name).getKeyProperty("sbbName")))
                .isEqualTo("b,=");
    }

    @Test
    void duplicatesPassAgainAfterThePeriod() {
        long[] now = {0};
        AlarmDuplicateFilter filter = new AlarmDuplicateFilter(100) {
            @Override
            long now() {
                return now[0];
            }
        };

        assertThat(filter.isNotificationEnabled(alarm("down"))).isTrue();
        assertThat(filter.isNotificationEnabled(alarm("down"))).isFalse();
        assertThat(filter.isNotificationEnabled(alarm("up"))).isTrue();
        now[0] = 101;
        assertThat(filter.isNotificationEnabled(alarm("down"))).isTrue();
        assertThat(filter.isNotificationEnabled(new Notification("x", this, 1))).isFalse();
    }

    @Test
    void oneMoreThanTheThresholdPassesAndCountingBeginsAnew() {
        AlarmThresholdFilter filter = new AlarmThresholdFilter(2, 60_000);

        assertThat(filter.isNotificationEnabled(alarm("down"))).isFalse();
        assertThat(filter.isNotificationEnabled(alarm("down"))).isFalse();
        assertThat(filter.isNotificationEnabled(alarm("down"))).isTrue();
        assertThat(filter.isNotificationEnabled(alarm("down"))).isFalse();
    }

    @Test
    void onlyAlarmsOfTheLevelOrMoreSevereOnesPass() {
        assertThat(new AlarmLevelFilter(AlarmLevel.WARNING).isNotificationEnabled(alarm("down")))
                .isTrue();
        assertThat(new AlarmLevelFilter(AlarmLevel.CRITICAL).isNotificationEnabled(alarm("down")))
                .isFalse();
    }

    @Test
    void usagePassesByParameterRangeAndThreshold() throws Exception {
        assertThat(new UsageUpdatedFilter(SOURCE, "calls").isNotificationEnabled(usage(1)))
                .isTrue();
        assertThat(new UsageUpdatedFilter(SOURCE, "other").isNotificationEnabled(usage(1)))
                .isFalse();
        UsageOutOfRangeFilter range = new UsageOutOfRangeFilter(SOURCE, "calls", 5, 10);
        assertThat(range.isNotificationEnabled(usage(10))).isFalse();
        assertThat(range.isNotificationEnabled(usage(11))).isTrue();
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> new UsageOutOfRangeFilter(SOURCE, "calls", 10, 5));

        UsageThresholdFilter threshold = new UsageThresholdFilter(SOURCE, "calls", 10);
        assertThat(threshold.isNotificationEnabled(usage(9))).isFalse();
        assertThat(threshold.isNotificationEnabled(usage(10))).isFalse();
        assertThat(threshold.isNotificationEnabled(usage(9))).isFalse();
        assertThat(threshold.isNotificationEnabled(usage(10))).isFalse();
        assertThat(threshold.isNotificationEnabled(usage(11))).isTrue();
        assertThat(threshold.isNotificationEnabled(usage(3))).isTrue();
    }

    @Test
    void vendorDataTravelsOnlyWhenBothSidesWantIt() throws Exception {
        Alarm alarm = new Alarm("1", SOURCE, "link", "a", AlarmLevel.MAJOR, "down", new RuntimeException("cause"), 5);
        alarm.setVendorData("rack 7");

        assertThat(copy(alarm).getVendorData()).isNull();
        assertThat(copy(alarm).getCause()).hasMessage("cause");
        Alarm.enableVendorDataSerialization();
        Alarm.enableVendorDataDeserialization();
        try {
            assertThat(copy(alarm).getVendorData()).isEqualTo("rack 7");
        } finally {
            Alarm.disableVendorDataSerialization();
            Alarm.disableVendorDataDeserialization();
        }
    }

    @Test
    void aProviderIsCreatedByNameOrRefused() throws Exception {
        assertThat(SleeProviderFactory.getSleeProvider(Provider.class.getName()).getSleeManagementMBean())
                .isEqualTo(new ObjectName(SleeManagementMBean.OBJECT_NAME));
        assertThatExceptionOfType(PeerUnavailableException.class)
                .isThrownBy(() -> SleeProviderFactory.getSleeProvider("java.lang.String"));
        assertThatExceptionOfType(PeerUnavailableException.class)
                .isThrownBy(() -> SleeProviderFactory.getSleeProvider("no.such.Provider"));
    }

    /** A vendor's provider. */
    public static final class Provider implements SleeProvider {
        @Override
        public ObjectName getSleeManagementMBean() {
            try {
                return new ObjectName(SleeManagementMBean.OBJECT_NAME);
            } catch (Exception malformed) {
                throw new AssertionError(malformed);
            }
        }
    }

    private static AlarmNotification alarm(String message) {
        return new AlarmNotification(
                SOURCE.getAlarmNotificationType(),
                mbean(AlarmMBean.class),
                "1",
                SOURCE,
                "link",
                "a",
                AlarmLevel.MAJOR,
                message,
                null,
                1,
                1);
    }

    private static UsageNotification usage(long value) {
        return new UsageNotification(
                SOURCE.getUsageNotificationType(), mbean(UsageMBean.class), SOURCE, null, "calls", true, value, 1, 1);
    }

    private static <T> T mbean(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            throw new UnsupportedOperationException(method.getName());
        }));
    }

    private static Alarm copy(Alarm original) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Alarm) in.readObject();
        }
    }
}
