package io.zongji.slee.container.entity;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.AttributeKey;
import io.zongji.slee.container.activity.EventType;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.descriptor.SbbEvent;
import io.zongji.slee.container.usage.UsageType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.slee.SbbID;

/**
 * An installed SBB, ready to run: its generated classes and its events by index. The index of an event is its place in
 * the descriptor; it is what masks and dispatch speak of. Immutable.
 */
public final class SbbType {
    private final SbbComponent component;
    private final ClassLoader loader;
    private final GeneratedSbb classes;
    private final List<EventType> eventTypes;
    private final short[] handlerByOrdinal;
    private final Map<String, Integer> receivableByName = new HashMap<>();
    private final long[] initialMask;
    private final AttributeKey[] attributeKeys;
    private final Set<Callback> callbacks;

    /** What code generation makes of an SBB abstract class. */
    public interface GeneratedSbb {
        ConcreteSbb newSbb();

        CmpState newState();

        LocalObject newLocalObject(SbbEntity entity);

        /** The attribute names of the SBB's activity context interface, in the order of the generated accessors. */
        List<String> attributeNames();

        /** Callbacks with a body. */
        Set<Callback> callbacks();

        /** The usage interface; empty if the SBB declares none. */
        Optional<UsageType> usage();
    }

    /** @param eventTypes of the component's events, in the same order */
    public SbbType(SbbComponent component, ClassLoader loader, GeneratedSbb classes, List<EventType> eventTypes) {
        this.component = requireNonNull(component, "component");
        this.loader = requireNonNull(loader, "loader");
        this.classes = requireNonNull(classes, "classes");
        this.eventTypes = List.copyOf(eventTypes);
        this.callbacks =
                classes.callbacks().isEmpty() ? EnumSet.noneOf(Callback.class) : EnumSet.copyOf(classes.callbacks());
        int highest = eventTypes.stream().mapToInt(EventType::ordinal).max().orElse(-1);
        handlerByOrdinal = new short[highest + 1];
        Arrays.fill(handlerByOrdinal, (short) -1);
        long[] mask = new long[(eventTypes.size() >> 6) + 1];
        boolean masked = false;
        for (int i = 0; i < eventTypes.size(); i++) {
            SbbEvent event = component.events().get(i);
            if (event.direction().receives()) {
                handlerByOrdinal[eventTypes.get(i).ordinal()] = (short) i;
                receivableByName.put(event.name(), i);
                if (event.maskOnAttach()) {
                    mask[i >> 6] |= 1L << i;
                    masked = true;
                }
            }
        }
        initialMask = masked ? mask : null;
        attributeKeys = classes.attributeNames().stream().map(this::keyOf).toArray(AttributeKey[]::new);
    }

    private AttributeKey keyOf(String attribute) {
        return component.attributeAliases().stream()
                .filter(alias -> alias.attributes().contains(attribute))
                .map(alias -> new AttributeKey(null, alias.alias()))
                .findFirst()
                .orElseGet(() -> new AttributeKey(component.id(), attribute));
    }

    public SbbID id() {
        return component.id();
    }

    public SbbComponent component() {
        return component;
    }

    public ClassLoader loader() {
        return loader;
    }

    public boolean isReentrant() {
        return component.classes().reentrant();
    }

    /** The usage interface; empty if the SBB declares none. */
    public Optional<UsageType> usage() {
        return classes.usage();
    }

    GeneratedSbb classes() {
        return classes;
    }

    public List<EventType> eventTypes() {
        return eventTypes;
    }

    /** The index of an event this SBB receives, or -1. */
    public int handlerOf(EventType type) {
        int ordinal = type.ordinal();
        return ordinal < handlerByOrdinal.length ? handlerByOrdinal[ordinal] : -1;
    }

    /** The index of a receivable event by the SBB's own name for it; null if there is none. */
    Integer receivable(String eventName) {
        return receivableByName.get(eventName);
    }

    long[] initialMask() {
        return initialMask == null ? null : initialMask.clone();
    }

    AttributeKey[] attributeKeys() {
        return attributeKeys;
    }

    boolean has(Callback callback) {
        return callbacks.contains(callback);
    }

    @Override
    public String toString() {
        return id().toString();
    }
}
