package io.zongji.domain.flow;

import io.zongji.domain.FlowId;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An IVR flow. It need not be valid: an editor saves drafts; {@link FlowValidator} says whether it can be published.
 *
 * @param id       the flow
 * @param name     for screens
 * @param version  rises with every publication
 * @param maxSteps how many nodes a call may enter, so that no caller goes in circles for ever
 * @param nodes    by id, in the order of the document
 */
public record Flow(FlowId id, String name, int version, int maxSteps, Map<String, FlowNode> nodes)
        implements Serializable {
    /** Enough for every sane dialogue. */
    public static final int USUAL_MAX_STEPS = 100;

    public Flow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        if (maxSteps < 1) {
            throw new IllegalArgumentException("maxSteps: at least 1, was " + maxSteps);
        }
    }

    /**
     * A flow of these nodes.
     *
     * @throws IllegalArgumentException if two have the same id
     */
    public static Flow of(FlowId id, String name, int version, List<FlowNode> nodes) {
        return new Flow(id, name, version, USUAL_MAX_STEPS, byId(nodes));
    }

    static Map<String, FlowNode> byId(List<FlowNode> nodes) {
        Map<String, FlowNode> map = new LinkedHashMap<>();
        for (FlowNode node : nodes) {
            if (map.put(node.id(), node) != null) {
                throw new IllegalArgumentException("node " + node.id() + " is there twice");
            }
        }
        return map;
    }

    public Optional<FlowNode> node(String nodeId) {
        return Optional.ofNullable(nodes.get(nodeId));
    }

    /** The start node, if there is one. */
    public Optional<FlowNode.Start> start() {
        return nodes.values().stream()
                .filter(FlowNode.Start.class::isInstance)
                .map(FlowNode.Start.class::cast)
                .findFirst();
    }
}
