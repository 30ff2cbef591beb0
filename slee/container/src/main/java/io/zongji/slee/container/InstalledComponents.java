package io.zongji.slee.container;

import io.zongji.slee.container.activity.EventType;
import io.zongji.slee.container.codegen.CodeGenerationException;
import io.zongji.slee.container.codegen.SbbGenerator;
import io.zongji.slee.container.deploy.ComponentRepository;
import io.zongji.slee.container.deploy.InstalledComponent;
import io.zongji.slee.container.descriptor.EventTypeComponent;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.descriptor.SbbEvent;
import io.zongji.slee.container.entity.SbbType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.slee.EventTypeID;
import javax.slee.SbbID;

/** Event types and SBBs of the repository in the form the runtime uses them, made when first needed. */
final class InstalledComponents {
    private final ComponentRepository repository;
    private final Map<EventTypeID, EventType> eventTypes = new ConcurrentHashMap<>();
    private final Map<SbbID, SbbType> sbbs = new ConcurrentHashMap<>();
    private final AtomicInteger ordinals = new AtomicInteger();

    InstalledComponents(ComponentRepository repository) {
        this.repository = repository;
    }

    /** Null if no such event type is installed. */
    EventType eventType(EventTypeID id) {
        EventType known = eventTypes.get(id);
        if (known != null) {
            return known;
        }
        return repository
                .find(id)
                .map(found -> eventTypes.computeIfAbsent(id, key -> eventType(found)))
                .orElse(null);
    }

    private EventType eventType(InstalledComponent installed) {
        EventTypeComponent component = (EventTypeComponent) installed.component();
        return new EventType(component.id(), load(installed, component.eventClass()), ordinals.getAndIncrement());
    }

    EventType standardEventType(String name, String version) {
        return eventType(new EventTypeID(name, "javax.slee", version));
    }

    /** The SBB, which validation has found to be installed and sound. */
    SbbType sbb(SbbID id) {
        SbbType known = sbbs.get(id);
        if (known == null) {
            known = sbb(repository.find(id).orElseThrow(() -> new IllegalStateException(id + " is not installed")));
            sbbs.put(id, known);
        }
        return known;
    }

    private SbbType sbb(InstalledComponent installed) {
        SbbComponent component = (SbbComponent) installed.component();
        List<EventType> types = new ArrayList<>();
        List<Class<?>> classes = new ArrayList<>();
        for (SbbEvent event : component.events()) {
            EventType type = eventType(event.type());
            if (type == null) {
                throw new IllegalStateException(component.id() + " refers to " + event.type() + ", not installed");
            }
            types.add(type);
            classes.add(type.eventClass());
        }
        ClassLoader loader = installed.classLoader();
        return new SbbType(component, loader, SbbGenerator.generate(component, loader, classes), types);
    }

    void forget(InstalledComponent installed) {
        eventTypes.remove(installed.component().id());
        sbbs.remove(installed.component().id());
    }

    static Class<?> load(InstalledComponent installed, String className) {
        try {
            return installed.load(className);
        } catch (ClassNotFoundException e) {
            throw new CodeGenerationException(installed.component().id() + " names a class that is not there", e);
        }
    }
}
