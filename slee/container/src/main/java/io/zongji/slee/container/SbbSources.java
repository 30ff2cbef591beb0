package io.zongji.slee.container;

import io.zongji.slee.container.entity.SbbSurroundings;
import io.zongji.slee.container.entity.SbbType;
import io.zongji.slee.container.facility.Tracers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.slee.ServiceID;
import javax.slee.facilities.Tracer;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/** Tracers and usage parameter sets of one SBB in one service. */
final class SbbSources implements SbbSurroundings {
    private final Tracers tracers;
    private final Object defaultUsage;
    private final Map<String, Object> usageSets = new ConcurrentHashMap<>();

    SbbSources(SbbType sbb, ServiceID service) {
        tracers = new Tracers(service.getName() + "." + sbb.id().getName());
        defaultUsage = sbb.newUsageSet();
    }

    @Override
    public Tracer tracer(String name) {
        return tracers.tracer(name);
    }

    @Override
    public Object usageSet() {
        return defaultUsage;
    }

    @Override
    public Object usageSet(String name) throws UnrecognizedUsageParameterSetNameException {
        Object set = usageSets.get(name);
        if (set == null) {
            throw new UnrecognizedUsageParameterSetNameException("No usage parameter set has the name " + name);
        }
        return set;
    }
}
