package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.slee.EventTypeID;

/**
 * An event type under the name by which one SBB fires or receives it.
 *
 * @param lastInTransaction false permits the SLEE to deliver the event to the next entity in the same transaction
 */
public record SbbEvent(
        String name,
        EventTypeID type,
        EventDirection direction,
        boolean initial,
        boolean maskOnAttach,
        boolean lastInTransaction,
        Set<InitialEventVariable> initialEventVariables,
        Optional<String> initialEventSelector,
        Optional<String> resourceOption) {

    public SbbEvent {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(direction, "direction");
        requireNonNull(initialEventSelector, "initialEventSelector");
        requireNonNull(resourceOption, "resourceOption");
        Set<InitialEventVariable> variables = EnumSet.noneOf(InitialEventVariable.class);
        variables.addAll(initialEventVariables);
        initialEventVariables = Collections.unmodifiableSet(variables);
    }

    public String handlerMethod() {
        return "on" + name;
    }

    public String fireMethod() {
        return "fire" + name;
    }
}
