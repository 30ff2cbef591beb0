package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.probe.Probe;
import java.util.ArrayList;
import java.util.List;
import javax.management.Notification;
import javax.slee.UnrecognizedComponentException;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.AlarmLevel;
import javax.slee.facilities.Level;
import javax.slee.management.AlarmMBean;
import javax.slee.management.AlarmNotification;
import javax.slee.management.DeployableUnitID;
import org.junit.jupiter.api.Test;

/** Alarms of sources that are gone, and those of 1.0, which are told and not kept. */
@SuppressWarnings("deprecation")
class AlarmTest extends ManagedSleeTest {
    @Test
    void alarmsGoWithTheEntityThatRaisedThem() throws Exception {
        stub.context().getAlarmFacility().raiseAlarm("trunk", "one", AlarmLevel.MAJOR, "down");

        resources.deactivateResourceAdaptorEntity("stub");
        assertThat(slee.container().alarms().active()).hasSize(1);
        resources.unbindLinkName("stub");
        resources.removeResourceAdaptorEntity("stub");

        assertThat(slee.container().alarms().active()).isEmpty();
    }

    @Test
    void alarmsGoWithTheServiceWhoseSbbRaisedThem() throws Exception {
        services("Probe");
        start("a");
        alpha("a", in("Root", (sbb, aci, event) -> sbb.lookup("slee/facilities/alarm", AlarmFacility.class)
                .raiseAlarm("trunk", "one", AlarmLevel.MAJOR, "down")));
        end("a");
        DeployableUnitID unit = deployment.getDeployableUnits()[0];

        services.deactivate(Probe.service("Probe"));
        slee.settle();
        resources.deactivateResourceAdaptorEntity("stub");
        resources.unbindLinkName("stub");
        resources.removeResourceAdaptorEntity("stub");
        assertThat(slee.container().alarms().active()).hasSize(1);
        deployment.uninstall(unit);

        assertThat(slee.container().alarms().active()).isEmpty();
    }

    @Test
    void alarmOf10IsToldOnce() throws Exception {
        List<Notification> heard = new ArrayList<>();
        server.addNotificationListener(
                name(AlarmMBean.OBJECT_NAME), (notification, handback) -> heard.add(notification), null, null);
        AlarmFacility alarms = stub.context().getAlarmFacility();

        alarms.createAlarm(Probe.sbb("Root"), Level.WARNING, "io.zongji.trunk", "down", 4711);

        assertThat(heard).singleElement().satisfies(told -> {
            AlarmNotification alarm = (AlarmNotification) told;
            assertThat(alarm.getType()).isEqualTo(AlarmMBean.ALARM_NOTIFICATION_TYPE);
            assertThat(alarm.getAlarmSource()).isEqualTo(Probe.sbb("Root"));
            assertThat(alarm.getLevel()).isEqualTo(Level.WARNING);
            assertThat(alarm.getTimeStamp()).isEqualTo(4711);
        });
        assertThat(slee.container().alarms().active()).isEmpty();
        assertThatThrownBy(() -> alarms.createAlarm(Probe.sbb("Nobody"), Level.WARNING, "trunk", "down", 0))
                .isInstanceOf(UnrecognizedComponentException.class);
        assertThatThrownBy(() -> alarms.createAlarm(Probe.sbb("Root"), Level.OFF, "trunk", "down", 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
