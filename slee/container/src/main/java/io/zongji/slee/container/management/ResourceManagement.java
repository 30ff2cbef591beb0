package io.zongji.slee.container.management;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.descriptor.ConfigPropertyDefinition;
import io.zongji.slee.container.descriptor.ResourceAdaptorComponent;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.resource.RaEntity;
import io.zongji.slee.container.usage.UsageParameterSets;
import java.util.Arrays;
import java.util.function.Predicate;
import javax.management.ObjectName;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.SbbID;
import javax.slee.management.DependencyException;
import javax.slee.management.LinkNameAlreadyBoundException;
import javax.slee.management.ManagementException;
import javax.slee.management.ResourceAdaptorEntityAlreadyExistsException;
import javax.slee.management.ResourceAdaptorEntityNotification;
import javax.slee.management.ResourceAdaptorEntityState;
import javax.slee.management.ResourceAdaptorEntityStateChangeNotification;
import javax.slee.management.ResourceManagementMBean;
import javax.slee.management.UnrecognizedLinkNameException;
import javax.slee.management.UnrecognizedResourceAdaptorEntityException;
import javax.slee.management.UnrecognizedResourceAdaptorException;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.ResourceAdaptorID;

/** The RA entities and links. */
final class ResourceManagement extends NotifyingBean implements ResourceManagementMBean {
    private final SleeContainer container;
    private final UsageBeans usage;

    ResourceManagement(SleeContainer container, UsageBeans usage, OperationListener listener) {
        super(
                listener,
                ResourceManagementMBean.class,
                ResourceAdaptorEntityStateChangeNotification.class,
                RESOURCE_ADAPTOR_ENTITY_STATE_CHANGE_NOTIFICATION_TYPE);
        this.container = container;
        this.usage = usage;
    }

    void changed(String entity, ResourceAdaptorEntityState before, ResourceAdaptorEntityState now) {
        sendNotification(new ResourceAdaptorEntityStateChangeNotification(this, entity, now, before, nextNumber()));
    }

    // --- entities ---

    @Override
    public ConfigProperties getConfigurationProperties(ResourceAdaptorID id)
            throws UnrecognizedResourceAdaptorException {
        ConfigProperties properties = new ConfigProperties();
        for (ConfigPropertyDefinition definition : adaptor(id).configProperties()) {
            Object value = definition
                    .defaultValue()
                    .map(text -> ConfigProperties.Property.toObject(definition.type(), text))
                    .orElse(null);
            properties.addProperty(new ConfigProperties.Property(definition.name(), definition.type(), value));
        }
        return properties;
    }

    @Override
    public ConfigProperties getConfigurationProperties(String entityName)
            throws UnrecognizedResourceAdaptorEntityException {
        return entity(entityName).properties();
    }

    @Override
    public void createResourceAdaptorEntity(ResourceAdaptorID id, String entityName, ConfigProperties properties)
            throws InvalidArgumentException, UnrecognizedResourceAdaptorException,
                    ResourceAdaptorEntityAlreadyExistsException, InvalidConfigurationException, ManagementException {
        adaptor(id);
        requireNonNull(properties, "properties");
        if (container
                .resourceAdaptorEntity(requireNonNull(entityName, "entityName"))
                .isPresent()) {
            throw new ResourceAdaptorEntityAlreadyExistsException(entityName);
        }
        try {
            container.createResourceAdaptorEntity(id, entityName, properties);
        } catch (RuntimeException e) {
            throw new ManagementException(id + " does not work: " + e, e);
        }
    }

    @Override
    public void removeResourceAdaptorEntity(String entityName)
            throws UnrecognizedResourceAdaptorEntityException, InvalidStateException, DependencyException,
                    ManagementException {
        if (getLinkNames(entityName).length > 0) {
            throw new DependencyException("Links are bound to RA entity " + entityName);
        }
        managed(() -> container.removeResourceAdaptorEntity(entityName));
    }

    @Override
    public void updateConfigurationProperties(String entityName, ConfigProperties properties)
            throws UnrecognizedResourceAdaptorEntityException, InvalidStateException, InvalidConfigurationException {
        entity(entityName);
        requireNonNull(properties, "properties");
        try {
            container.updateConfigurationProperties(entityName, properties);
        } catch (InvalidArgumentException e) {
            throw new UnrecognizedResourceAdaptorEntityException(e.getMessage());
        }
    }

    @Override
    public ResourceAdaptorID getResourceAdaptor(String entityName) throws UnrecognizedResourceAdaptorEntityException {
        return entity(entityName).component().id();
    }

    @Override
    public void activateResourceAdaptorEntity(String entityName)
            throws UnrecognizedResourceAdaptorEntityException, InvalidStateException, ManagementException {
        entity(entityName);
        managed(() -> container.activateResourceAdaptorEntity(entityName));
    }

    @Override
    public void deactivateResourceAdaptorEntity(String entityName)
            throws UnrecognizedResourceAdaptorEntityException, InvalidStateException, ManagementException {
        entity(entityName);
        managed(() -> container.deactivateResourceAdaptorEntity(entityName));
    }

    private interface Step {
        void run() throws InvalidArgumentException, InvalidStateException;
    }

    /** An entity that was there a moment ago may have gone meanwhile. */
    private static void managed(Step step) throws InvalidStateException, ManagementException {
        try {
            step.run();
        } catch (InvalidArgumentException e) {
            throw new ManagementException(e.getMessage(), e);
        }
    }

    @Override
    public ResourceAdaptorEntityState getState(String entityName) throws UnrecognizedResourceAdaptorEntityException {
        return entity(entityName).state().toStandard();
    }

    @Override
    public String[] getResourceAdaptorEntities() {
        return entities(entity -> true);
    }

    @Override
    public String[] getResourceAdaptorEntities(ResourceAdaptorID id) throws UnrecognizedResourceAdaptorException {
        adaptor(id);
        return entities(entity -> entity.component().id().equals(id));
    }

    @Override
    public String[] getResourceAdaptorEntities(ResourceAdaptorEntityState state) {
        requireNonNull(state, "state");
        return entities(entity -> entity.state().toStandard().equals(state));
    }

    private String[] entities(Predicate<RaEntity> which) {
        return container.resourceAdaptorEntities().stream()
                .filter(which)
                .map(RaEntity::name)
                .toArray(String[]::new);
    }

    private RaEntity entity(String name) throws UnrecognizedResourceAdaptorEntityException {
        return container
                .resourceAdaptorEntity(requireNonNull(name, "entityName"))
                .orElseThrow(() -> new UnrecognizedResourceAdaptorEntityException(name));
    }

    private ResourceAdaptorComponent adaptor(ResourceAdaptorID id) throws UnrecognizedResourceAdaptorException {
        return container
                .repository()
                .resourceAdaptor(requireNonNull(id, "id"))
                .orElseThrow(() -> new UnrecognizedResourceAdaptorException(id.toString()));
    }

    // --- links ---

    @Override
    public void bindLinkName(String entityName, String linkName)
            throws InvalidArgumentException, UnrecognizedResourceAdaptorEntityException, LinkNameAlreadyBoundException {
        entity(entityName);
        if (container.links().containsKey(requireNonNull(linkName, "linkName"))) {
            throw new LinkNameAlreadyBoundException(linkName);
        }
        container.bindLinkName(entityName, linkName);
    }

    @Override
    public void unbindLinkName(String linkName)
            throws UnrecognizedLinkNameException, DependencyException, ManagementException {
        getResourceAdaptorEntity(linkName);
        try {
            container.unbindLinkName(linkName);
        } catch (InvalidArgumentException e) {
            throw new ManagementException(e.getMessage(), e);
        }
    }

    @Override
    public String[] getLinkNames() {
        return container.links().keySet().toArray(String[]::new);
    }

    @Override
    public String[] getLinkNames(String entityName) throws UnrecognizedResourceAdaptorEntityException {
        entity(entityName);
        return container.links().entrySet().stream()
                .filter(link -> link.getValue().equals(entityName))
                .map(link -> link.getKey())
                .toArray(String[]::new);
    }

    @Override
    public SbbID[] getBoundSbbs(String linkName) throws UnrecognizedLinkNameException {
        getResourceAdaptorEntity(linkName);
        return container.repository().all(SbbComponent.class).stream()
                .filter(sbb -> sbb.linkNames().contains(linkName))
                .map(SbbComponent::id)
                .toArray(SbbID[]::new);
    }

    @Override
    public String getResourceAdaptorEntity(String linkName) throws UnrecognizedLinkNameException {
        String entity = container.links().get(requireNonNull(linkName, "linkName"));
        if (entity == null) {
            throw new UnrecognizedLinkNameException(linkName);
        }
        return entity;
    }

    @Override
    public String[] getResourceAdaptorEntities(String[] linkNames) {
        return Arrays.stream(linkNames).map(container.links()::get).toArray(String[]::new);
    }

    @Override
    public ObjectName getResourceUsageMBean(String entityName)
            throws UnrecognizedResourceAdaptorEntityException, InvalidArgumentException, ManagementException {
        entity(entityName);
        UsageParameterSets sets = usage.find(new ResourceAdaptorEntityNotification(entityName))
                .orElseThrow(
                        () -> new InvalidArgumentException("RA entity " + entityName + " has no usage parameters"));
        return usage.resource(sets);
    }
}
