package io.zongji.slee.container.management;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.usage.UsageParameterSets;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.slee.InvalidArgumentException;
import javax.slee.management.ManagementException;
import javax.slee.management.ProfileTableNotification;
import javax.slee.management.ProfileTableUsageMBean;
import javax.slee.management.ResourceAdaptorEntityNotification;
import javax.slee.management.ResourceUsageMBean;
import javax.slee.management.UsageParameterSetNameAlreadyExistsException;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/** The usage parameter sets of an RA entity or a profile table. */
abstract class SourceUsage extends StandardMBean {
    private final UsageBeans beans;
    private final UsageParameterSets sets;
    private final String name;

    SourceUsage(Class<?> type, UsageBeans beans, UsageParameterSets sets, String name) {
        super(type, false);
        this.beans = beans;
        this.sets = sets;
        this.name = name;
    }

    public void createUsageParameterSet(String set)
            throws InvalidArgumentException, UsageParameterSetNameAlreadyExistsException {
        sets.create(set);
    }

    public void removeUsageParameterSet(String set) throws UnrecognizedUsageParameterSetNameException {
        sets.remove(set);
        beans.unregister(UsageBeans.setName(sets, set));
    }

    public String[] getUsageParameterSets() {
        return sets.names().toArray(String[]::new);
    }

    public ObjectName getUsageMBean() throws ManagementException {
        try {
            return beans.set(sets, null);
        } catch (UnrecognizedUsageParameterSetNameException e) {
            throw new ManagementException("The unnamed set is not there", e);
        }
    }

    public ObjectName getUsageMBean(String set) throws UnrecognizedUsageParameterSetNameException, ManagementException {
        return beans.set(sets, requireNonNull(set, "usage parameter set name"));
    }

    public ObjectName getUsageNotificationManagerMBean() throws ManagementException {
        return beans.manager(sets);
    }

    public void resetAllUsageParameters() {
        sets.resetAll();
    }

    public void close() {
        beans.unregister(name);
    }

    /** Of an RA entity. */
    static final class OfResource extends SourceUsage implements ResourceUsageMBean {
        private final String entity;

        OfResource(UsageBeans beans, UsageParameterSets sets, String name) {
            super(ResourceUsageMBean.class, beans, sets, name);
            entity = ((ResourceAdaptorEntityNotification) sets.source()).getEntityName();
        }

        @Override
        public String getEntityName() {
            return entity;
        }
    }

    /** Of a profile table. */
    static final class OfProfileTable extends SourceUsage implements ProfileTableUsageMBean {
        private final String table;

        OfProfileTable(UsageBeans beans, UsageParameterSets sets, String name) {
            super(ProfileTableUsageMBean.class, beans, sets, name);
            table = ((ProfileTableNotification) sets.source()).getProfileTableName();
        }

        @Override
        public String getProfileTableName() {
            return table;
        }
    }
}
