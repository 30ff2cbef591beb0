package io.zongji.slee.container;

import io.zongji.slee.container.descriptor.EjbReference;
import io.zongji.slee.container.descriptor.EnvEntry;
import io.zongji.slee.container.descriptor.ResourceAdaptorTypeBinding;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.facility.ActivityNames;
import io.zongji.slee.container.facility.Alarms;
import io.zongji.slee.container.facility.NullActivities;
import io.zongji.slee.container.facility.ServiceActivities;
import io.zongji.slee.container.facility.Timers;
import io.zongji.slee.container.facility.Tracing;
import io.zongji.slee.container.naming.EnvironmentContext;
import java.util.function.Supplier;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.slee.ServiceID;
import javax.slee.management.SbbNotification;
import javax.slee.resource.ConfigProperties.Property;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds what SBBs find below {@code java:comp/env}: facilities, factories, RA interfaces and their own constants. */
record SbbEnvironment(
        Timers timers,
        ActivityNames names,
        Alarms alarms,
        Tracing tracing,
        NullActivities nullActivities,
        ServiceActivities serviceActivities,
        ResourceEntities resources,
        ProfileParts profiles) {
    private static final Logger log = LoggerFactory.getLogger(SbbEnvironment.class);

    /** The {@code java:comp} of one SBB in one service. */
    Context of(SbbComponent sbb, ServiceID service) {
        EnvironmentContext env = new EnvironmentContext()
                .with("env/slee/facilities/timer", timers)
                .with("env/slee/facilities/activitycontextnaming", names)
                .with("env/slee/facilities/alarm", alarms.facilityFor(new SbbNotification(service, sbb.id())))
                .with("env/slee/facilities/trace", tracing)
                .with("env/slee/facilities/profile", profiles.access())
                .with("env/slee/facilities/profiletableactivitycontextinterfacefactory", profiles.activities())
                .with("env/slee/nullactivity/factory", nullActivities)
                .with("env/slee/nullactivity/activitycontextinterfacefactory", nullActivities)
                .with("env/slee/serviceactivity/factory", serviceActivities)
                .with("env/slee/serviceactivity/activitycontextinterfacefactory", serviceActivities);
        sbb.envEntries().forEach(entry -> bind(env, entry));
        sbb.resourceAdaptorTypes().forEach(binding -> bind(env, binding));
        sbb.ejbs().forEach(bean -> bind(env, bean));
        return env;
    }

    static void bind(EnvironmentContext env, EnvEntry entry) {
        entry.value().ifPresent(text -> env.with("env/" + entry.name(), Property.toObject(entry.type(), text)));
    }

    /** Looked up in the server when an SBB asks: the bean may come later than the service. */
    private static void bind(EnvironmentContext env, EjbReference bean) {
        bean.link().ifPresent(link -> env.with("env/" + bean.name(), (Supplier<Object>) () -> inServer(link)));
    }

    /** Null, if nothing has the name now. */
    private static Object inServer(String name) {
        try {
            return new InitialContext().lookup(name);
        } catch (NamingException e) {
            log.warn("An ejb-ref is linked to {}, which is not there: {}", name, e.toString());
            return null;
        }
    }

    /** Asked at each lookup, since entities come and go while the service stays. */
    private void bind(EnvironmentContext env, ResourceAdaptorTypeBinding binding) {
        binding.activityContextInterfaceFactoryName()
                .ifPresent(
                        name -> env.with("env/" + name, (Supplier<Object>) () -> resources.aciFactory(binding.type())));
        binding.entities()
                .forEach(entity -> env.with(
                        "env/" + entity.objectName(), (Supplier<Object>) () -> resources.resourceAdaptorInterface(
                                binding.type(), entity.entityLink().orElse(null))));
    }
}
