package io.zongji.slee.container.management;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.facility.Alarms;
import java.util.Arrays;
import java.util.function.Predicate;
import javax.slee.ComponentID;
import javax.slee.facilities.AlarmLevel;
import javax.slee.facilities.Level;
import javax.slee.management.Alarm;
import javax.slee.management.AlarmMBean;
import javax.slee.management.AlarmNotification;
import javax.slee.management.NotificationSource;
import javax.slee.management.ProfileTableNotification;
import javax.slee.management.ResourceAdaptorEntityNotification;
import javax.slee.management.SbbNotification;
import javax.slee.management.UnrecognizedNotificationSourceException;

/** The active alarms of SBBs, RA entities and profile tables, the only sources that can raise any. */
@SuppressWarnings("deprecation")
final class AlarmManagement extends NotifyingBean implements AlarmMBean, Alarms.Listener {
    private final SleeContainer container;

    AlarmManagement(SleeContainer container, OperationListener listener) {
        super(
                listener,
                AlarmMBean.class,
                AlarmNotification.class,
                ALARM_NOTIFICATION_TYPE,
                SbbNotification.ALARM_NOTIFICATION_TYPE,
                ResourceAdaptorEntityNotification.ALARM_NOTIFICATION_TYPE,
                ProfileTableNotification.ALARM_NOTIFICATION_TYPE);
        this.container = container;
    }

    @Override
    public void raised(Alarms.Alarm alarm) {
        tell(alarm, alarm.level(), alarm.raised().toEpochMilli());
    }

    @Override
    public void cleared(Alarms.Alarm alarm) {
        tell(alarm, AlarmLevel.CLEAR, System.currentTimeMillis());
    }

    @Override
    public void created(ComponentID source, String type, Level level, String message, Throwable cause, long timestamp) {
        sendNotification(new AlarmNotification(this, type, source, level, message, cause, nextNumber(), timestamp));
    }

    private void tell(Alarms.Alarm alarm, AlarmLevel level, long timestamp) {
        sendNotification(new AlarmNotification(
                alarm.source().getAlarmNotificationType(),
                this,
                alarm.id(),
                alarm.source(),
                alarm.type(),
                alarm.instance(),
                level,
                alarm.message(),
                alarm.cause(),
                nextNumber(),
                timestamp));
    }

    @Override
    public String[] getAlarms(NotificationSource notificationSource) throws UnrecognizedNotificationSourceException {
        requireKnown(notificationSource);
        return ids(alarm -> alarm.source().equals(notificationSource));
    }

    @Override
    public String[] getAlarms() {
        return ids(alarm -> true);
    }

    private String[] ids(Predicate<Alarms.Alarm> which) {
        return container.alarms().active().stream()
                .filter(which)
                .map(Alarms.Alarm::id)
                .toArray(String[]::new);
    }

    @Override
    public boolean isActive(String alarmID) {
        return getDescriptor(alarmID) != null;
    }

    @Override
    public Alarm getDescriptor(String alarmID) {
        requireNonNull(alarmID, "alarmID");
        return container.alarms().active().stream()
                .filter(alarm -> alarm.id().equals(alarmID))
                .findFirst()
                .map(AlarmManagement::descriptor)
                .orElse(null);
    }

    private static Alarm descriptor(Alarms.Alarm alarm) {
        return new Alarm(
                alarm.id(),
                alarm.source(),
                alarm.type(),
                alarm.instance(),
                alarm.level(),
                alarm.message(),
                alarm.cause(),
                alarm.raised().toEpochMilli());
    }

    @Override
    public Alarm[] getDescriptors(String[] alarmIDs) {
        return Arrays.stream(alarmIDs).map(this::getDescriptor).toArray(Alarm[]::new);
    }

    @Override
    public boolean clearAlarm(String alarmID) {
        requireNonNull(alarmID, "alarmID");
        return container.alarms().clear(alarm -> alarm.id().equals(alarmID)) > 0;
    }

    @Override
    public int clearAlarms(NotificationSource notificationSource, String alarmType)
            throws UnrecognizedNotificationSourceException {
        requireKnown(notificationSource);
        requireNonNull(alarmType, "alarmType");
        return container
                .alarms()
                .clear(alarm -> alarm.source().equals(notificationSource)
                        && alarm.type().equals(alarmType));
    }

    @Override
    public int clearAlarms(NotificationSource notificationSource) throws UnrecognizedNotificationSourceException {
        requireKnown(notificationSource);
        return container.alarms().clear(alarm -> alarm.source().equals(notificationSource));
    }

    private void requireKnown(NotificationSource source) throws UnrecognizedNotificationSourceException {
        requireNonNull(source, "notificationSource");
        if (!isKnown(source)) {
            throw new UnrecognizedNotificationSourceException(source.toString());
        }
    }

    private boolean isKnown(NotificationSource source) {
        if (source instanceof SbbNotification sbb) {
            return container.repository().service(sbb.getService()).isPresent()
                    && container.repository().sbb(sbb.getSbb()).isPresent();
        } else if (source instanceof ResourceAdaptorEntityNotification entity) {
            return container.resourceAdaptorEntity(entity.getEntityName()).isPresent();
        }
        return source instanceof ProfileTableNotification table
                && container.profiles().tables().contains(table.getProfileTableName());
    }
}
