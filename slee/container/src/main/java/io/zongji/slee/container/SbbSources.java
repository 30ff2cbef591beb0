package io.zongji.slee.container;

import io.zongji.slee.container.entity.SbbSurroundings;
import io.zongji.slee.container.entity.SbbType;
import io.zongji.slee.container.facility.Tracers;
import io.zongji.slee.container.usage.UsageParameterSets;
import io.zongji.slee.container.usage.UsageSources;
import javax.slee.ServiceID;
import javax.slee.facilities.Tracer;
import javax.slee.management.SbbNotification;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/** Tracers and usage parameter sets of one SBB in one service. */
final class SbbSources implements SbbSurroundings {
    private final Tracers tracers;
    private final UsageParameterSets usage;

    SbbSources(SbbType sbb, ServiceID service, UsageSources usageSources) {
        tracers = new Tracers(service.getName() + "." + sbb.id().getName());
        usage = sbb.usage()
                .map(type -> usageSources.add(new SbbNotification(service, sbb.id()), type))
                .orElse(null);
    }

    @Override
    public Tracer tracer(String name) {
        return tracers.tracer(name);
    }

    @Override
    public Object usageSet() {
        return usage.unnamed();
    }

    @Override
    public Object usageSet(String name) throws UnrecognizedUsageParameterSetNameException {
        return usage.named(name);
    }
}
