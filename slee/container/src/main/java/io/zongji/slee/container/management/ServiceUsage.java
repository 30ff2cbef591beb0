package io.zongji.slee.container.management;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.deploy.ComponentRepository;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.usage.UsageParameterSets;
import java.util.HashSet;
import java.util.Set;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.slee.InvalidArgumentException;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedSbbException;
import javax.slee.management.ManagementException;
import javax.slee.management.SbbNotification;
import javax.slee.management.ServiceUsageMBean;
import javax.slee.management.UsageParameterSetNameAlreadyExistsException;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/** The usage parameter sets of the SBBs of one service. */
final class ServiceUsage extends StandardMBean implements ServiceUsageMBean {
    private final UsageBeans beans;
    private final ServiceID service;
    private final Set<SbbID> sbbs;
    private final String name;

    ServiceUsage(UsageBeans beans, ServiceID service, Set<SbbID> sbbs, String name) {
        super(ServiceUsageMBean.class, false);
        this.beans = beans;
        this.service = service;
        this.sbbs = Set.copyOf(sbbs);
        this.name = name;
    }

    /** The SBBs that may run in a service: the root and what its child relations lead to. */
    static Set<SbbID> sbbsOf(ComponentRepository repository, ServiceID service) {
        Set<SbbID> found = new HashSet<>();
        repository.service(service).ifPresent(component -> collect(repository, component.rootSbb(), found));
        return found;
    }

    private static void collect(ComponentRepository repository, SbbID id, Set<SbbID> found) {
        SbbComponent sbb = repository.sbb(id).orElse(null);
        if (sbb != null && found.add(id)) {
            sbb.classes().childRelations().forEach(relation -> sbb.sbbByAlias(relation.sbbAlias())
                    .ifPresent(child -> collect(repository, child, found)));
        }
    }

    private UsageParameterSets sets(SbbID sbb) throws UnrecognizedSbbException, InvalidArgumentException {
        if (!sbbs.contains(requireNonNull(sbb, "sbb"))) {
            throw new UnrecognizedSbbException(service + " has no " + sbb);
        }
        return beans.find(new SbbNotification(service, sbb))
                .orElseThrow(() -> new InvalidArgumentException(sbb + " declares no usage parameters"));
    }

    @Override
    public ServiceID getService() {
        return service;
    }

    @Override
    public void createUsageParameterSet(SbbID id, String set)
            throws UnrecognizedSbbException, InvalidArgumentException, UsageParameterSetNameAlreadyExistsException {
        sets(id).create(set);
    }

    @Override
    public void removeUsageParameterSet(SbbID id, String set)
            throws UnrecognizedSbbException, InvalidArgumentException, UnrecognizedUsageParameterSetNameException {
        UsageParameterSets sets = sets(id);
        sets.remove(set);
        beans.unregister(UsageBeans.setName(sets, set));
    }

    @Override
    public String[] getUsageParameterSets(SbbID id) throws UnrecognizedSbbException, InvalidArgumentException {
        return sets(id).names().toArray(String[]::new);
    }

    @Override
    public ObjectName getSbbUsageMBean(SbbID id)
            throws UnrecognizedSbbException, InvalidArgumentException, ManagementException {
        try {
            return beans.set(sets(id), null);
        } catch (UnrecognizedUsageParameterSetNameException e) {
            throw new ManagementException("The unnamed set is not there", e);
        }
    }

    @Override
    public ObjectName getSbbUsageMBean(SbbID id, String set)
            throws UnrecognizedSbbException, InvalidArgumentException, UnrecognizedUsageParameterSetNameException,
                    ManagementException {
        return beans.set(sets(id), requireNonNull(set, "usage parameter set name"));
    }

    @Override
    public ObjectName getSbbUsageNotificationManagerMBean(SbbID id)
            throws UnrecognizedSbbException, InvalidArgumentException, ManagementException {
        return beans.manager(sets(id));
    }

    @Override
    public void resetAllUsageParameters(SbbID id) throws UnrecognizedSbbException, InvalidArgumentException {
        sets(id).resetAll();
    }

    @Override
    public void resetAllUsageParameters() {
        for (SbbID sbb : sbbs) {
            beans.find(new SbbNotification(service, sbb)).ifPresent(UsageParameterSets::resetAll);
        }
    }

    @Override
    public void close() {
        beans.unregister(name);
    }
}
