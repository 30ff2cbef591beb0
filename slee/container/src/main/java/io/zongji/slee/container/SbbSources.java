package io.zongji.slee.container;

import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.entity.SbbSurroundings;
import io.zongji.slee.container.entity.SbbType;
import io.zongji.slee.container.facility.Tracers;
import io.zongji.slee.container.facility.Tracing;
import io.zongji.slee.container.profile.ProfileAccess;
import io.zongji.slee.container.usage.UsageParameterSets;
import io.zongji.slee.container.usage.UsageSources;
import javax.slee.ServiceID;
import javax.slee.facilities.Tracer;
import javax.slee.management.SbbNotification;
import javax.slee.profile.ProfileID;
import javax.slee.profile.UnrecognizedProfileNameException;
import javax.slee.profile.UnrecognizedProfileTableNameException;
import javax.slee.resource.ResourceAdaptorTypeID;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/** Tracers and usage parameter sets of one SBB in one service. */
final class SbbSources implements SbbSurroundings {
    private final Tracers tracers;
    private final UsageParameterSets usage;
    private final ProfileAccess profiles;
    private final SbbComponent component;
    private final ResourceEntities resources;

    SbbSources(
            SbbType sbb,
            ServiceID service,
            Tracing tracing,
            UsageSources usageSources,
            ProfileAccess profiles,
            ResourceEntities resources) {
        this.profiles = profiles;
        this.resources = resources;
        component = sbb.component();
        SbbNotification source = new SbbNotification(service, sbb.id());
        tracers = tracing.add(source, service.getName() + "." + sbb.id().getName());
        usage = sbb.usage().map(type -> usageSources.add(source, type)).orElse(null);
    }

    @Override
    public Tracer tracer(String name) {
        return tracers.tracer(name);
    }

    @Override
    public Object resourceAdaptorInterface(ResourceAdaptorTypeID type, String link) {
        return resources.resourceAdaptorInterface(type, link);
    }

    @Override
    public Object aciFactory(ResourceAdaptorTypeID type) {
        return resources.aciFactory(type);
    }

    @Override
    public Object usageSet() {
        return usage.unnamed();
    }

    @Override
    public Object usageSet(String name) throws UnrecognizedUsageParameterSetNameException {
        return usage.named(name);
    }

    @Override
    public Object profile(int method, ProfileID profile)
            throws UnrecognizedProfileTableNameException, UnrecognizedProfileNameException {
        String alias = component.classes().profileCmpMethods().get(method).profileSpecAlias();
        return profiles.cmp(profile, component.profileSpecByAlias(alias).orElseThrow());
    }
}
