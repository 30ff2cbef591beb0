package io.zongji.slee.container.entity;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.naming.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An SBB in one service: the pool of its objects, its naming environment, tracers and child relations. Pools are per
 * service because an {@code SbbContext} knows its service.
 */
public final class ServiceSbb {
    private static final Logger log = LoggerFactory.getLogger(ServiceSbb.class);

    private final EntityWorld world;
    private final Service service;
    private final SbbType type;
    private final SbbSurroundings surroundings;
    private final HandlerTimes[] handlerTimes;
    private final Deque<SbbObject> idle = new ArrayDeque<>();
    private final AtomicInteger entities = new AtomicInteger();
    private List<ChildRelationType> childRelations = List.of();
    private Context environment;

    /** A child relation of this SBB within the service. */
    public record ChildRelationType(ServiceSbb sbb, byte defaultPriority) {}

    public ServiceSbb(EntityWorld world, Service service, SbbType type, SbbSurroundings surroundings) {
        this.world = requireNonNull(world, "world");
        this.service = requireNonNull(service, "service");
        this.type = requireNonNull(type, "type");
        this.surroundings = requireNonNull(surroundings, "surroundings");
        this.handlerTimes = Stream.generate(HandlerTimes::new)
                .limit(type.eventTypes().size())
                .toArray(HandlerTimes[]::new);
    }

    /** Completes the wiring once all SBBs of the service exist (they may refer to each other in circles). */
    public void wire(List<ChildRelationType> relations, Context comp) {
        childRelations = List.copyOf(relations);
        environment = comp;
    }

    public SbbType type() {
        return type;
    }

    public Service service() {
        return service;
    }

    EntityWorld world() {
        return world;
    }

    SbbSurroundings surroundings() {
        return surroundings;
    }

    Context environment() {
        return environment;
    }

    /** By the index of the event in the SBB's descriptor. */
    public HandlerTimes handlerTimes(int index) {
        return handlerTimes[index];
    }

    ChildRelationType childRelation(int index) {
        return childRelations.get(index);
    }

    int childRelations() {
        return childRelations.size();
    }

    /** An object in the pooled state: an idle one or a new one. */
    public SbbObject borrow() {
        synchronized (idle) {
            SbbObject object = idle.pollLast();
            if (object != null) {
                return object;
            }
        }
        return SbbObject.create(this);
    }

    public void giveBack(SbbObject object) {
        synchronized (idle) {
            if (idle.size() < world.idleObjects()) {
                idle.addLast(object);
                return;
            }
        }
        object.dispose();
    }

    /** Disposes of the idle objects; called when the service is uninstalled, and before it is activated again. */
    public void drainPool() {
        List<SbbObject> objects;
        synchronized (idle) {
            objects = List.copyOf(idle);
            idle.clear();
        }
        for (SbbObject object : objects) {
            try {
                object.dispose();
            } catch (RuntimeException e) {
                log.warn("unsetSbbContext of {} failed", this, e);
            }
        }
    }

    void entityAdded() {
        entities.incrementAndGet();
    }

    void entityRemoved() {
        entities.decrementAndGet();
    }

    /** Entities alive now, those of open transactions included. */
    public int entityCount() {
        return entities.get();
    }

    @Override
    public String toString() {
        return service.id() + "/" + type;
    }
}
