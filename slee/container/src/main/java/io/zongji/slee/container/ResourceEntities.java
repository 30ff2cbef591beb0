package io.zongji.slee.container;

import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.codegen.AciFactoryGenerator;
import io.zongji.slee.container.codegen.UsageGenerator;
import io.zongji.slee.container.deploy.ComponentRepository;
import io.zongji.slee.container.deploy.InstalledComponent;
import io.zongji.slee.container.descriptor.ResourceAdaptorComponent;
import io.zongji.slee.container.descriptor.ResourceAdaptorTypeComponent;
import io.zongji.slee.container.management.SleeObserver;
import io.zongji.slee.container.resource.EntityState;
import io.zongji.slee.container.resource.RaEntity;
import io.zongji.slee.container.resource.ResourceSurroundings;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import javax.slee.EventTypeID;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.management.ResourceAdaptorEntityNotification;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.ResourceAdaptor;
import javax.slee.resource.ResourceAdaptorID;
import javax.slee.resource.ResourceAdaptorTypeID;

/** The RA entities by name, the links to them, and the ACI factories of RA types. */
final class ResourceEntities {
    private final ComponentRepository repository;
    private final ResourceSurroundings surroundings;
    private final Map<String, RaEntity> entities = new ConcurrentSkipListMap<>();
    private final Map<String, RaEntity> links = new ConcurrentHashMap<>();
    private final Map<ResourceAdaptorTypeID, Object> factories = new ConcurrentHashMap<>();
    private volatile SleeObserver observer = SleeObserver.NONE;

    ResourceEntities(ComponentRepository repository, ResourceSurroundings surroundings) {
        this.repository = repository;
        this.surroundings = surroundings;
    }

    void observe(SleeObserver value) {
        observer = value;
        entities.values().forEach(entity -> entity.observe(value));
    }

    RaEntity create(ResourceAdaptorID id, String name, ConfigProperties properties)
            throws InvalidArgumentException, InvalidConfigurationException {
        InstalledComponent installed = repository
                .find(id)
                .orElseThrow(() -> new InvalidArgumentException("No such resource adaptor is installed: " + id));
        requireName(name);
        if (entities.containsKey(name)) {
            throw new InvalidArgumentException("An RA entity has this name: " + name);
        }
        ResourceAdaptorComponent component = (ResourceAdaptorComponent) installed.component();
        ResourceAdaptorEntityNotification source = new ResourceAdaptorEntityNotification(name);
        component
                .usage()
                .map(usage -> UsageGenerator.generate(usage, installed.classLoader()))
                .ifPresent(type -> surroundings.usage().add(source, type));
        RaEntity entity = new RaEntity(
                name,
                component,
                newObject(installed, component),
                installed.classLoader(),
                eventTypesOf(component),
                surroundings);
        try {
            entity.configure(properties);
        } catch (InvalidConfigurationException | RuntimeException e) {
            forgetSource(source);
            throw e;
        }
        entity.observe(observer);
        entities.put(name, entity);
        return entity;
    }

    private static void requireName(String name) throws InvalidArgumentException {
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidArgumentException("Not a name: '" + name + "'");
        }
    }

    private void forgetSource(ResourceAdaptorEntityNotification source) {
        surroundings.usage().remove(source);
        surroundings.tracing().remove(source);
        surroundings.alarms().forget(source);
    }

    private static ResourceAdaptor newObject(InstalledComponent installed, ResourceAdaptorComponent component)
            throws InvalidArgumentException {
        try {
            return (ResourceAdaptor) installed
                    .load(component.resourceAdaptorClass())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            InvalidArgumentException failure =
                    new InvalidArgumentException("Cannot instantiate " + component.resourceAdaptorClass());
            failure.initCause(e);
            throw failure;
        }
    }

    private Set<EventTypeID> eventTypesOf(ResourceAdaptorComponent component) {
        Set<EventTypeID> types = new HashSet<>();
        for (ResourceAdaptorTypeID id : component.types()) {
            repository.resourceAdaptorType(id).ifPresent(type -> types.addAll(type.eventTypes()));
        }
        return types;
    }

    /** Null if there is none. */
    RaEntity find(String name) {
        return entities.get(name);
    }

    RaEntity entity(String name) throws InvalidArgumentException {
        RaEntity entity = find(name);
        if (entity == null) {
            throw new InvalidArgumentException("No RA entity has the name " + name);
        }
        return entity;
    }

    Collection<RaEntity> all() {
        return entities.values();
    }

    void remove(String name) throws InvalidArgumentException, InvalidStateException {
        RaEntity entity = entity(name);
        if (links.containsValue(entity)) {
            throw new InvalidStateException("Links are bound to RA entity " + name);
        }
        entity.remove();
        entities.remove(name);
        forgetSource(new ResourceAdaptorEntityNotification(name));
    }

    void bind(String entityName, String link) throws InvalidArgumentException {
        RaEntity entity = entity(entityName);
        requireName(link);
        if (links.putIfAbsent(link, entity) != null) {
            throw new InvalidArgumentException("The link name is bound: " + link);
        }
    }

    void unbind(String link) throws InvalidArgumentException {
        if (links.remove(link) == null) {
            throw new InvalidArgumentException("The link name is not bound: " + link);
        }
    }

    /** The name of the entity behind each link name. */
    Map<String, String> links() {
        Map<String, String> names = new TreeMap<>();
        links.forEach((link, entity) -> names.put(link, entity.name()));
        return names;
    }

    boolean isBound(String link) {
        return links.containsKey(link);
    }

    /** The RA interface behind a link, or without a link of the first entity of the type. Null if there is none now. */
    Object resourceAdaptorInterface(ResourceAdaptorTypeID type, String link) {
        RaEntity entity = link != null
                ? links.get(link)
                : entitiesOf(type).stream().findFirst().orElse(null);
        if (entity == null || entity.state() == EntityState.REMOVED) {
            return null;
        }
        String className = repository
                .resourceAdaptorType(type)
                .flatMap(ResourceAdaptorTypeComponent::resourceAdaptorInterface)
                .orElse(null);
        return entity.resourceAdaptorInterface(className);
    }

    /** The activity context interface factory of an RA type; null if the type has none. */
    Object aciFactory(ResourceAdaptorTypeID type) {
        return factories.computeIfAbsent(type, this::newAciFactory);
    }

    private Object newAciFactory(ResourceAdaptorTypeID id) {
        InstalledComponent installed = repository.find(id).orElse(null);
        if (installed == null) {
            return null;
        }
        return ((ResourceAdaptorTypeComponent) installed.component())
                .activityContextInterfaceFactory()
                .map(name -> AciFactoryGenerator.generate(
                        InstalledComponents.load(installed, name), activity -> contextOf(id, activity)))
                .orElse(null);
    }

    private ActivityContext contextOf(ResourceAdaptorTypeID type, Object activity) {
        for (RaEntity entity : entitiesOf(type)) {
            ActivityContext context = entity.contextOf(activity);
            if (context != null) {
                return context;
            }
        }
        return null;
    }

    private List<RaEntity> entitiesOf(ResourceAdaptorTypeID type) {
        return entities.values().stream()
                .filter(entity -> entity.component().types().contains(type))
                .toList();
    }

    /** A component is uninstalled; an RA that has entities is refused before it comes to this. */
    void forget(InstalledComponent installed) {
        factories.remove(installed.component().id());
    }

    /** @param except names of entities that do not count */
    boolean hasEntityOf(InstalledComponent installed, Set<String> except) {
        return entities.values().stream()
                .filter(entity -> !except.contains(entity.name()))
                .anyMatch(entity ->
                        entity.component().id().equals(installed.component().id()));
    }
}
