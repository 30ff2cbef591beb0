package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.stub.StubResource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.slee.facilities.AlarmLevel;
import javax.slee.management.AlarmMBean;
import javax.slee.management.AlarmNotification;
import javax.slee.management.DependencyException;
import javax.slee.management.LinkNameAlreadyBoundException;
import javax.slee.management.NotificationSource;
import javax.slee.management.ResourceAdaptorEntityAlreadyExistsException;
import javax.slee.management.ResourceAdaptorEntityNotification;
import javax.slee.management.ResourceAdaptorEntityState;
import javax.slee.management.ResourceAdaptorEntityStateChangeNotification;
import javax.slee.management.ResourceManagementMBean;
import javax.slee.management.UnrecognizedNotificationSourceException;
import javax.slee.resource.ConfigProperties;
import org.junit.jupiter.api.Test;

/** RA entities, links and alarms managed through the standard MBeans. */
class ManagedResourcesTest extends ManagedSleeTest {
    // --- resource adaptor entities ---

    @Test
    void entityIsCreatedConfiguredActivatedAndRemoved() throws Exception {
        List<String> heard = new ArrayList<>();
        server.addNotificationListener(
                name(ResourceManagementMBean.OBJECT_NAME),
                (notification, handback) -> {
                    ResourceAdaptorEntityStateChangeNotification change =
                            (ResourceAdaptorEntityStateChangeNotification) notification;
                    heard.add(change.getEntityName() + " " + change.getNewState());
                },
                null,
                null);
        ConfigProperties other = new ConfigProperties();
        other.addProperty(new ConfigProperties.Property("greeting", "java.lang.String", "good day"));

        resources.createResourceAdaptorEntity(StubResource.RESOURCE_ADAPTOR, "second", new ConfigProperties());
        resources.updateConfigurationProperties("second", other);
        resources.activateResourceAdaptorEntity("second");
        assertThat(resources.getResourceAdaptorEntities(ResourceAdaptorEntityState.ACTIVE))
                .containsExactly("second", "stub");
        resources.deactivateResourceAdaptorEntity("second");
        assertThat(resources
                        .getConfigurationProperties("second")
                        .getProperty("greeting")
                        .getValue())
                .isEqualTo("good day");
        assertThat(resources.getResourceAdaptor("second")).isEqualTo(StubResource.RESOURCE_ADAPTOR);
        resources.removeResourceAdaptorEntity("second");

        assertThat(heard).containsExactly("second Active", "second Stopping", "second Inactive");
        assertThat(resources.getResourceAdaptorEntities()).containsExactly("stub");
    }

    @Test
    void linksJoinSbbsAndEntities() throws Exception {
        assertThat(resources.getLinkNames("stub")).containsExactly("stub");
        assertThat(resources.getResourceAdaptorEntity("stub")).isEqualTo("stub");
        assertThat(resources.getBoundSbbs("stub")).isNotEmpty().isSubsetOf(Arrays.asList(deployment.getSbbs()));
        assertThatThrownBy(() -> resources.bindLinkName("stub", "stub"))
                .isInstanceOf(LinkNameAlreadyBoundException.class);
        resources.deactivateResourceAdaptorEntity("stub");
        assertThatThrownBy(() -> resources.removeResourceAdaptorEntity("stub")).isInstanceOf(DependencyException.class);
        assertThatThrownBy(() -> resources.createResourceAdaptorEntity(
                        StubResource.RESOURCE_ADAPTOR, "stub", new ConfigProperties()))
                .isInstanceOf(ResourceAdaptorEntityAlreadyExistsException.class);
    }

    // --- alarms ---

    @Test
    void alarmsAreListedAndClearedBySource() throws Exception {
        AlarmMBean alarms = bean(AlarmMBean.class, AlarmMBean.OBJECT_NAME);
        List<String> heard = new ArrayList<>();
        server.addNotificationListener(
                name(AlarmMBean.OBJECT_NAME),
                (notification, handback) -> {
                    AlarmNotification alarm = (AlarmNotification) notification;
                    heard.add(alarm.getAlarmType() + " " + alarm.getAlarmLevel());
                },
                null,
                null);
        NotificationSource source = new ResourceAdaptorEntityNotification("stub");

        stub.context().getAlarmFacility().raiseAlarm("trunk", "one", AlarmLevel.MAJOR, "down");
        stub.context().getAlarmFacility().raiseAlarm("trunk", "one", AlarmLevel.MAJOR, "down");

        String[] ids = alarms.getAlarms(source);
        assertThat(ids).hasSize(1).isEqualTo(alarms.getAlarms());
        assertThat(alarms.getDescriptor(ids[0]).getMessage()).isEqualTo("down");
        assertThat(alarms.clearAlarms(source, "disk")).isZero();
        assertThat(alarms.clearAlarm(ids[0])).isTrue();
        assertThat(alarms.isActive(ids[0])).isFalse();
        assertThat(heard).containsExactly("trunk Major", "trunk Clear");
        assertThatThrownBy(() -> alarms.getAlarms(new ResourceAdaptorEntityNotification("nobody")))
                .isInstanceOf(UnrecognizedNotificationSourceException.class);
    }
}
