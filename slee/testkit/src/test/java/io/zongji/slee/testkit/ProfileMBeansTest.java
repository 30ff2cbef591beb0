package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.probe.Probe;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.Attribute;
import javax.management.JMX;
import javax.management.MBeanException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.UnrecognizedSbbException;
import javax.slee.management.ProfileProvisioningMBean;
import javax.slee.management.ProfileTableUsageMBean;
import javax.slee.management.ResourceManagementMBean;
import javax.slee.management.ServiceManagementMBean;
import javax.slee.management.ServiceUsageMBean;
import javax.slee.profile.ProfileAlreadyExistsException;
import javax.slee.profile.ProfileID;
import javax.slee.profile.ProfileMBean;
import javax.slee.profile.ProfileVerificationException;
import javax.slee.profile.query.GreaterThan;
import javax.slee.usage.SampleStatistics;
import javax.slee.usage.UsageMBean;
import javax.slee.usage.UsageNotification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Profiles and usage parameters through their standard MBeans, as a client of JSR 240 does it. */
class ProfileMBeansTest extends PlanTest {
    private static final String[] RESET = {"boolean"};

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private ProfileProvisioningMBean provisioning;

    @BeforeEach
    void useManagedSlee() throws Exception {
        slee.close();
        useSlee(new TestSlee(settings -> settings.mbeanServer(server)));
        installPlan();
        provisioning = bean(ProfileProvisioningMBean.class, new ObjectName(ProfileProvisioningMBean.OBJECT_NAME));
    }

    private <T> T bean(Class<T> type, ObjectName name) {
        return JMX.newMBeanProxy(server, name, type);
    }

    @Test
    void profileIsCreatedByItsFirstCommit() throws Exception {
        provisioning.createProfileTable(PLAN, "plans");

        ObjectName name = provisioning.createProfile("plans", "one");
        ProfileMBean one = bean(ProfileMBean.class, name);
        assertThat(one.isProfileWriteable()).isTrue();
        assertThat(provisioning.getProfiles("plans")).isEmpty();
        assertThatThrownBy(() -> provisioning.createProfile("plans", "one"))
                .isInstanceOf(ProfileAlreadyExistsException.class);
        server.setAttribute(name, new Attribute("Prefix", "010"));
        assertThat(server.getAttribute(name, "Cost")).isEqualTo(7);
        assertThat(one.isProfileDirty()).isTrue();
        one.commitProfile();

        assertThat(provisioning.getProfiles("plans")).containsExactly(new ProfileID("plans", "one"));
        assertThat(one.isProfileWriteable()).isFalse();
        assertThat(one.isProfileDirty()).isFalse();
        one.closeProfile();
        assertThat(server.isRegistered(name)).isFalse();
    }

    @Test
    void profileIsEditedRestoredAndVerified() throws Exception {
        plans("010", 3);
        ObjectName name = provisioning.getProfile("plans", "to010");
        ProfileMBean plan = bean(ProfileMBean.class, name);
        assertThatThrownBy(() -> server.setAttribute(name, new Attribute("Cost", 4)))
                .isInstanceOf(MBeanException.class)
                .hasCauseInstanceOf(InvalidStateException.class);

        plan.editProfile();
        assertThatThrownBy(plan::closeProfile).isInstanceOf(InvalidStateException.class);
        server.setAttribute(name, new Attribute("Cost", -4));
        assertThatThrownBy(plan::commitProfile).isInstanceOf(ProfileVerificationException.class);
        plan.restoreProfile();
        assertThat(server.getAttribute(name, "Cost")).isEqualTo(3);
        plan.editProfile();
        server.setAttribute(name, new Attribute("Cost", 4));
        plan.commitProfile();

        assertThat(profiles().values("plans", "to010")).containsEntry("cost", 4);
    }

    @Test
    void tablesAndProfilesAreFoundAndRemoved() throws Exception {
        plans("010", 3, "020", 9);

        assertThat(provisioning.getProfileSpecification("plans")).isEqualTo(PLAN);
        assertThat(provisioning.getProfilesByAttribute("plans", "cost", 9))
                .containsExactly(new ProfileID("plans", "to020"));
        assertThat(provisioning.getProfilesByDynamicQuery("plans", new GreaterThan("cost", 3)))
                .containsExactly(new ProfileID("plans", "to020"));
        assertThat(provisioning.getProfilesByStaticQuery("plans", "route", new Object[] {"0101"}))
                .containsExactly(new ProfileID("plans", "to010"));
        assertThatThrownBy(() -> provisioning.getProfilesByStaticQuery("plans", "route", null))
                .isInstanceOf(InvalidArgumentException.class);
        ObjectName open = provisioning.getDefaultProfile("plans");
        provisioning.removeProfile("plans", "to010");
        assertThat(provisioning.getProfiles("plans")).hasSize(1);
        provisioning.removeProfileTable("plans");

        assertThat(provisioning.getProfileTables()).isEmpty();
        assertThat(server.isRegistered(open)).isFalse();
    }

    @Test
    void usageOfAServiceIsReadResetAndAnnounced() throws Exception {
        services("Probe");
        start("a");
        ServiceUsageMBean usage = bean(
                ServiceUsageMBean.class,
                bean(ServiceManagementMBean.class, new ObjectName(ServiceManagementMBean.OBJECT_NAME))
                        .getServiceUsageMBean(Probe.service("Probe")));
        usage.createUsageParameterSet(Probe.sbb("Root"), "vip");
        assertThat(usage.getUsageParameterSets(Probe.sbb("Root"))).containsExactly("vip");
        assertThatThrownBy(() -> usage.getSbbUsageMBean(Probe.sbb("Second")))
                .isInstanceOf(UnrecognizedSbbException.class);
        ObjectName unnamed = usage.getSbbUsageMBean(Probe.sbb("Root"));
        ObjectName vip = usage.getSbbUsageMBean(Probe.sbb("Root"), "vip");
        List<String> heard = new CopyOnWriteArrayList<>();
        NotificationListener listener = (notification, handback) -> {
            UsageNotification update = (UsageNotification) notification;
            heard.add(
                    update.getUsageParameterSetName() + " " + update.getUsageParameterName() + " " + update.getValue());
        };
        server.addNotificationListener(vip, listener, null, null);
        server.setAttribute(
                usage.getSbbUsageNotificationManagerMBean(Probe.sbb("Root")),
                new Attribute("DelayNotificationsEnabled", true));

        alpha("a", (sbb, aci, event) -> {
            sbb.getDefaultSbbUsageParameterSet().incrementCalls(2);
            sbb.getSbbUsageParameterSet("vip").incrementCalls(5);
            sbb.getSbbUsageParameterSet("vip").sampleDelay(9);
        });

        assertThat(heard).containsExactly("vip calls 5", "vip delay 9");
        assertThat(server.invoke(unnamed, "getCalls", new Object[] {true}, RESET))
                .isEqualTo(2L);
        assertThat(server.invoke(unnamed, "getCalls", new Object[] {false}, RESET))
                .isEqualTo(0L);
        assertThat((SampleStatistics) server.invoke(vip, "getDelay", new Object[] {false}, RESET))
                .extracting(SampleStatistics::getMaximum)
                .isEqualTo(9L);
        assertThatThrownBy(bean(UsageMBean.class, vip)::close).isInstanceOf(InvalidStateException.class);
        server.removeNotificationListener(vip, listener);
        usage.removeUsageParameterSet(Probe.sbb("Root"), "vip");
        assertThat(server.isRegistered(vip)).isFalse();
    }

    @Test
    void usageOfAProfileTableGoesWithIt() throws Exception {
        plans("010", 3);
        ProfileTableUsageMBean usage =
                bean(ProfileTableUsageMBean.class, provisioning.getProfileTableUsageMBean("plans"));
        ObjectName set = usage.getUsageMBean();
        inSbb(sbb -> sbb.plan("to010").costOf(2));

        assertThat(usage.getProfileTableName()).isEqualTo("plans");
        assertThat(server.invoke(set, "getCharges", new Object[] {false}, RESET))
                .isEqualTo(1L);
        provisioning.removeProfileTable("plans");
        assertThat(server.isRegistered(set)).isFalse();
    }

    @Test
    void raWithoutUsageParametersHasNoUsageBean() throws Exception {
        ResourceManagementMBean resources =
                bean(ResourceManagementMBean.class, new ObjectName(ResourceManagementMBean.OBJECT_NAME));

        assertThatThrownBy(() -> resources.getResourceUsageMBean("stub")).isInstanceOf(InvalidArgumentException.class);
    }
}
