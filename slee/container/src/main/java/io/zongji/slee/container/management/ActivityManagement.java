package io.zongji.slee.container.management;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.resource.RaEntity;
import javax.slee.management.UnrecognizedResourceAdaptorEntityException;

/** The activities of RA entities. */
final class ActivityManagement extends ToldBean implements ActivityManagementMBean {
    private final SleeContainer container;

    ActivityManagement(SleeContainer container, OperationListener listener) {
        super(ActivityManagementMBean.class, listener);
        this.container = container;
    }

    @Override
    public String[] getActivities(String entityName) throws UnrecognizedResourceAdaptorEntityException {
        return entity(entityName).activities().toArray(String[]::new);
    }

    @Override
    public boolean queryLiveness(String entityName, String handle) throws UnrecognizedResourceAdaptorEntityException {
        return entity(entityName).queryLiveness(handle) > 0;
    }

    @Override
    public boolean removeActivity(String entityName, String handle) throws UnrecognizedResourceAdaptorEntityException {
        return entity(entityName).removeActivity(handle) > 0;
    }

    private RaEntity entity(String name) throws UnrecognizedResourceAdaptorEntityException {
        return container
                .resourceAdaptorEntity(requireNonNull(name, "entityName"))
                .orElseThrow(() -> new UnrecognizedResourceAdaptorEntityException(name));
    }
}
