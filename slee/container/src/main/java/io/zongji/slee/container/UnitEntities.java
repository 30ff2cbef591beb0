package io.zongji.slee.container;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.deploy.InstalledUnit;
import io.zongji.slee.container.descriptor.EntityConfig;
import io.zongji.slee.container.resource.EntityState;
import io.zongji.slee.container.resource.RaEntity;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.management.DependencyException;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.DeploymentException;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ConfigProperties.Property;
import javax.slee.resource.InvalidConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The RA entities that units ask for in their {@code deploy-config.xml}: they come, are linked and activated with the unit,
 * and go with it. Used by one management call at a time.
 */
final class UnitEntities {
    private static final Logger log = LoggerFactory.getLogger(UnitEntities.class);
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final SleeContainer container;
    private final Map<DeployableUnitID, Deque<String>> made = new HashMap<>();

    UnitEntities(SleeContainer container) {
        this.container = requireNonNull(container, "container");
    }

    /** All that the unit asks for, or nothing. */
    void create(InstalledUnit unit) throws DeploymentException {
        try {
            for (EntityConfig entity : unit.entities()) {
                create(unit.id(), entity);
            }
        } catch (InvalidArgumentException | InvalidConfigurationException | InvalidStateException e) {
            takeBack(unit.id());
            throw new DeploymentException("Cannot create the RA entities of " + unit.id() + ": " + e.getMessage(), e);
        }
    }

    private void create(DeployableUnitID unit, EntityConfig entity)
            throws InvalidArgumentException, InvalidConfigurationException, InvalidStateException {
        container.createResourceAdaptorEntity(entity.adaptor(), entity.name(), properties(entity));
        made.computeIfAbsent(unit, id -> new ArrayDeque<>()).push(entity.name());
        for (String link : entity.links()) {
            container.bindLinkName(entity.name(), link);
        }
        container.activateResourceAdaptorEntity(entity.name());
        log.info("Created RA entity {} with the links {}", entity.name(), entity.links());
    }

    /** The types are the RA's; deployment has made sure that the values parse. */
    private ConfigProperties properties(EntityConfig entity) {
        ConfigProperties properties = new ConfigProperties();
        for (EntityConfig.Property property : entity.properties()) {
            container.repository().resourceAdaptor(entity.adaptor()).stream()
                    .flatMap(adaptor -> adaptor.configProperties().stream())
                    .filter(known -> known.name().equals(property.name()))
                    .map(known ->
                            new Property(known.name(), known.type(), Property.toObject(known.type(), property.value())))
                    .forEach(properties::addProperty);
        }
        return properties;
    }

    private void takeBack(DeployableUnitID unit) {
        try {
            remove(unit);
        } catch (InvalidArgumentException | InvalidStateException | DependencyException e) {
            log.error("RA entities of {} stay behind: {}", unit, of(unit), e);
        }
    }

    /** The names of the entities that came with a unit and have not gone with it. */
    Set<String> of(DeployableUnitID unit) {
        return Set.copyOf(made.getOrDefault(unit, new ArrayDeque<>()));
    }

    /**
     * Waits a moment for the activities to end.
     *
     * @throws DependencyException a service that is not inactive uses a link of an entity
     * @throws InvalidStateException some did not; their entity stays, stopping, and can be removed when they have
     */
    void remove(DeployableUnitID unit) throws InvalidArgumentException, InvalidStateException, DependencyException {
        Deque<String> names = made.getOrDefault(unit, new ArrayDeque<>());
        while (!names.isEmpty()) {
            Optional<RaEntity> entity = container.resourceAdaptorEntity(names.peek());
            if (entity.isPresent()) {
                remove(entity.get());
            }
            names.pop();
        }
        made.remove(unit);
    }

    private void remove(RaEntity entity) throws InvalidArgumentException, InvalidStateException, DependencyException {
        for (Map.Entry<String, String> link : container.links().entrySet()) {
            if (link.getValue().equals(entity.name())) {
                container.unbindLinkName(link.getKey());
            }
        }
        if (entity.state() == EntityState.ACTIVE) {
            container.deactivateResourceAdaptorEntity(entity.name());
        }
        long end = System.nanoTime() + ENDING.toNanos();
        while (entity.state() == EntityState.STOPPING) {
            if (System.nanoTime() > end) {
                throw new InvalidStateException("RA entity " + entity.name() + " is stopping and still has activities");
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        container.removeResourceAdaptorEntity(entity.name());
    }
}
