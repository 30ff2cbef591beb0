package io.zongji.domain.flow;

import io.zongji.domain.QueueId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says what keeps a flow from being published. Errors: no start or end, more than one start, links that are not drawn or
 * lead to nothing, menus without a key, nothing to play, queues that do not exist. Warnings: nodes that no call reaches.
 */
public final class FlowValidator {
    private static final String KEYS = "[0-9*#]";

    private FlowValidator() {}

    /** Checks all that can be seen in the flow itself. */
    public static List<FlowProblem> validate(Flow flow) {
        return validate(flow, queue -> true);
    }

    /** As above; also asks whether each queue exists. */
    public static List<FlowProblem> validate(Flow flow, Predicate<QueueId> queueExists) {
        List<FlowProblem> problems = new ArrayList<>();
        ends(flow, problems);
        for (FlowNode node : flow.nodes().values()) {
            links(flow, node, problems);
            contents(node, queueExists, problems);
        }
        unreachable(flow, problems);
        return List.copyOf(problems);
    }

    /** Whether nothing but warnings is among the problems. */
    public static boolean publishable(List<FlowProblem> problems) {
        return problems.stream().noneMatch(problem -> problem.severity() == FlowProblem.Severity.ERROR);
    }

    private static void ends(Flow flow, List<FlowProblem> problems) {
        List<FlowNode> starts = flow.nodes().values().stream()
                .filter(FlowNode.Start.class::isInstance)
                .toList();
        if (starts.isEmpty()) {
            problems.add(FlowProblem.error("startMissing", null, null, "the flow has no start node"));
        }
        starts.stream()
                .skip(1)
                .forEach(node -> problems.add(
                        FlowProblem.error("startTwice", node.id(), null, "the flow has more than one start node")));
        if (flow.nodes().values().stream().noneMatch(FlowNode.End.class::isInstance)) {
            problems.add(FlowProblem.error("endMissing", null, null, "the flow has no end node"));
        }
    }

    private static void links(Flow flow, FlowNode node, List<FlowProblem> problems) {
        node.links().forEach((field, target) -> {
            if (target == null || target.isBlank()) {
                problems.add(FlowProblem.error("linkMissing", node.id(), field, "is not connected"));
            } else if (!flow.nodes().containsKey(target)) {
                problems.add(FlowProblem.error(
                        "linkDangling", node.id(), field, "leads to node " + target + ", which is not there"));
            } else if (flow.nodes().get(target) instanceof FlowNode.Start) {
                problems.add(FlowProblem.error("linkToStart", node.id(), field, "leads back to the start node"));
            }
        });
    }

    private static void contents(FlowNode node, Predicate<QueueId> queueExists, List<FlowProblem> problems) {
        if (node instanceof FlowNode.Play play && play.prompts().isEmpty()) {
            problems.add(FlowProblem.error("promptMissing", node.id(), "prompts", "has nothing to play"));
        }
        if (node instanceof FlowNode.Menu menu) {
            menu(menu, problems);
        }
        if (node instanceof FlowNode.ToAgent toAgent && !queueExists.test(toAgent.queue())) {
            problems.add(FlowProblem.error(
                    "queueUnknown", node.id(), "queue", "names queue " + toAgent.queue() + ", which is not there"));
        }
    }

    private static void menu(FlowNode.Menu menu, List<FlowProblem> problems) {
        if (menu.keys().isEmpty()) {
            problems.add(FlowProblem.error("keysMissing", menu.id(), "keys", "has no key"));
        }
        if (menu.prompts().isEmpty()) {
            problems.add(FlowProblem.warning("promptMissing", menu.id(), "prompts", "asks nothing"));
        }
        menu.keys().keySet().stream()
                .filter(key -> !key.matches(KEYS))
                .forEach(key -> problems.add(FlowProblem.error(
                        "keyInvalid", menu.id(), "keys." + key, "is no key; keys are 0 to 9, * and #")));
    }

    private static void unreachable(Flow flow, List<FlowProblem> problems) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        flow.start().ifPresent(start -> open.add(start.id()));
        while (!open.isEmpty()) {
            String id = open.poll();
            FlowNode node = flow.nodes().get(id);
            if (node != null && reached.add(id)) {
                open.addAll(node.targets());
            }
        }
        flow.nodes().values().stream()
                .filter(node -> !reached.contains(node.id()) && !(node instanceof FlowNode.Start))
                .forEach(node ->
                        problems.add(FlowProblem.warning("unreachable", node.id(), null, "no call reaches this node")));
    }
}
