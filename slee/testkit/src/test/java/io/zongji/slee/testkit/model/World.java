package io.zongji.slee.testkit.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything transactional: entities, their places in trees, attachments with masks, convergence names, ends, null
 * activities, names and timers. A transaction works on a {@link #copy} that either replaces the world or is thrown away.
 */
final class World {
    /** One attachment; attaching again makes another one. */
    record Link(long number, Set<String> masked) {}

    /** An entity. Numbers are never used twice; a root without a name has priority 0. */
    record Node(long number, Node parent, String name, int priority, boolean root, Map<String, Link> links) {
        Node copy(Node newParent) {
            return new Node(number, newParent, name, priority, root, new HashMap<>(links));
        }
    }

    private final Numbers numbers;
    private final Map<Long, Node> nodes = new TreeMap<>();
    private final Map<String, Long> converged = new HashMap<>();
    private final Set<String> ending = new HashSet<>();
    private final Set<String> nullActivities = new TreeSet<>();

    /** Names and timers, and the activities they hang on. */
    private final Map<String, String> bound = new TreeMap<>();

    /** Where new numbers come from; no rollback gives one back. */
    static final class Numbers {
        private long last;

        long next() {
            return ++last;
        }
    }

    World() {
        this(new Numbers());
    }

    private World(Numbers numbers) {
        this.numbers = numbers;
    }

    World copy() {
        World copy = new World(numbers);
        // Parents have lower numbers than their children, so they are copied before.
        nodes.values()
                .forEach(node -> copy.nodes.put(
                        node.number, node.copy(node.parent == null ? null : copy.nodes.get(node.parent.number))));
        copy.converged.putAll(converged);
        copy.ending.addAll(ending);
        copy.nullActivities.addAll(nullActivities);
        copy.bound.putAll(bound);
        return copy;
    }

    // --- entities ---

    Node root(String activity) {
        Long number = converged.get(activity);
        return number == null ? null : nodes.get(number);
    }

    Node createRoot(String activity) {
        Node node = new Node(numbers.next(), null, null, 0, true, new HashMap<>());
        nodes.put(node.number, node);
        converged.put(activity, node.number);
        return node;
    }

    Node createChild(Node parent, String name, int priority) {
        Node node = new Node(numbers.next(), parent, name, priority, false, new HashMap<>());
        nodes.put(node.number, node);
        return node;
    }

    Node named(Node node, String name, int priority) {
        Node named = new Node(node.number, null, name, priority, true, node.links);
        nodes.put(node.number, named);
        return named;
    }

    Node node(long number) {
        return nodes.get(number);
    }

    void remove(Node node) {
        nodes.values().removeIf(other -> isWithin(other, node));
        converged.values().remove(node.number);
    }

    /** What goes by itself when nothing keeps it any more. */
    void letGoOfTheUnreferenced() {
        removeUnattachedTrees();
        nullActivities.removeIf(activity -> attachedTo(activity).isEmpty() && !bound.containsValue(activity));
    }

    private void removeUnattachedTrees() {
        for (Node root : nodes.values().stream().filter(Node::root).toList()) {
            if (tree(root).stream().allMatch(node -> node.links.isEmpty())) {
                remove(root);
            }
        }
    }

    /** The node and everything below it. */
    List<Node> tree(Node top) {
        return nodes.values().stream().filter(node -> isWithin(node, top)).toList();
    }

    List<Node> all() {
        return List.copyOf(nodes.values());
    }

    static boolean isWithin(Node node, Node top) {
        return node.number == top.number || node.parent != null && isWithin(node.parent, top);
    }

    static Node rootOf(Node node) {
        return node.parent == null ? node : rootOf(node.parent);
    }

    // --- attachments ---

    Link attach(Node node, String activity) {
        return node.links.computeIfAbsent(activity, key -> new Link(numbers.next(), Set.of()));
    }

    void mask(Node node, String activity, Set<String> events) {
        node.links.computeIfPresent(activity, (key, link) -> new Link(link.number, events));
    }

    List<Node> attachedTo(String activity) {
        return nodes.values().stream()
                .filter(node -> node.links.containsKey(activity))
                .sorted(ORDER)
                .toList();
    }

    /** From the roots downwards the higher priority is first, and an ancestor before its descendants. */
    private static final Comparator<Node> ORDER = (a, b) -> {
        List<Node> pathOfA = path(a);
        List<Node> pathOfB = path(b);
        for (int level = 0; level < Math.min(pathOfA.size(), pathOfB.size()); level++) {
            int difference = pathOfB.get(level).priority - pathOfA.get(level).priority;
            if (difference != 0) {
                return difference;
            }
        }
        return pathOfA.size() - pathOfB.size();
    };

    private static List<Node> path(Node node) {
        List<Node> path = node.parent == null ? new ArrayList<>() : path(node.parent);
        path.add(node);
        return path;
    }

    // --- ends ---

    void ending(String activity) {
        ending.add(activity);
    }

    boolean isEnding(String activity) {
        return ending.contains(activity);
    }

    /** The name of an activity that has ended names no root any more. */
    void ended(String activity) {
        converged.remove(activity);
        ending.remove(activity);
        bound.values().removeIf(activity::equals);
    }

    // --- null activities, names and timers ---

    Set<String> nullActivities() {
        return nullActivities;
    }

    Map<String, String> bound() {
        return bound;
    }
}
