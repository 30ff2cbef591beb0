package io.zongji.slee.testkit.model;

import io.zongji.slee.testkit.model.World.Link;
import io.zongji.slee.testkit.model.World.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a SLEE does, said as simply as possible: one event at a time, each receiver in a transaction of its own on a copy
 * of the world. Who gets an event is looked up anew after each of them.
 */
public final class Model {
    /** The event that only entities of the activity's own service instance begin with. */
    public static final String ALPHA = "Alpha";

    public static final String BETA = "Beta";
    public static final String END = "End";

    private final Plan plan;
    private final Set<String> live = new TreeSet<>();
    private final List<Visit> visits = new ArrayList<>();
    private World world = new World();

    public Model(Plan plan) {
        this.plan = plan;
    }

    public void start(String activity) {
        live.add(activity);
    }

    /** Activities that have not ended. */
    public List<String> live() {
        return List.copyOf(live);
    }

    public int nullActivities() {
        return world.nullActivities().size();
    }

    /** Names or timers, by the first letter of theirs. */
    public long bound(String letter) {
        return world.bound().keySet().stream()
                .filter(name -> name.startsWith(letter))
                .count();
    }

    public long entities(boolean roots) {
        return world.all().stream().filter(node -> node.root() == roots).count();
    }

    /**
     * Events on one activity that are fired before the first is delivered.
     *
     * @param thenEnd the activity is ended before the first is delivered
     * @return the calls of handlers that follow, in their order
     */
    public List<Visit> fire(String activity, List<String> events, boolean thenEnd) {
        visits.clear();
        if (thenEnd) {
            world.ending(activity);
        }
        Deque<String> queue = new ArrayDeque<>(events);
        while (!queue.isEmpty()) {
            Delivery delivery = new Delivery(activity, queue.poll(), queue);
            delivery.run();
        }
        if (world.isEnding(activity)) {
            new Delivery(activity, END, queue).run();
            world.ended(activity);
            world.letGoOfTheUnreferenced();
            live.remove(activity);
        }
        return List.copyOf(visits);
    }

    /** One event and all who get it. */
    private final class Delivery {
        private final String activity;
        private final String event;
        private final Deque<String> queue;
        private final Set<Long> served = new HashSet<>();

        Delivery(String activity, String event, Deque<String> queue) {
            this.activity = activity;
            this.event = event;
            this.queue = queue;
        }

        void run() {
            boolean initial = event.equals(ALPHA);
            while (true) {
                Node next = world.attachedTo(activity).stream()
                        .filter(node ->
                                !served.contains(node.links().get(activity).number()))
                        .findFirst()
                        .orElse(null);
                if (initial && (next == null || World.rootOf(next).priority() <= 0)) {
                    initial = false;
                    converge();
                } else if (next != null) {
                    turn(world.copy(), next.number(), false);
                } else {
                    return;
                }
            }
        }

        private void converge() {
            World transaction = world.copy();
            Node root = transaction.root(activity);
            if (root == null) {
                root = transaction.createRoot(activity);
            }
            if (!served.contains(transaction.attach(root, activity).number())) {
                turn(transaction, root.number(), true);
            }
        }

        private void turn(World transaction, long receiver, boolean initial) {
            Node node = transaction.node(receiver);
            Link link = node.links().get(activity);
            served.add(link.number());
            Plan.Decision decision = link.masked().contains(event) ? Plan.Decision.NOTHING : decide(transaction, node);
            if (decision.rollsBack()) {
                rolledBack(receiver, initial);
            } else {
                detachAtEnd(transaction, receiver);
                queue.addAll(decision.fired());
                world = transaction;
                world.letGoOfTheUnreferenced();
            }
            if (decision.endsAnyway()) {
                world.ending(activity);
            }
        }

        private Plan.Decision decide(World transaction, Node node) {
            Plan.Decision decision =
                    plan.decide(transaction, node, new Plan.Moment(activity, event, live, queue.isEmpty()));
            visits.add(new Visit(node.name(), event, activity, decision.deeds()));
            return decision;
        }

        /** What initial event processing had created or attached survives; an end detaches all the same. */
        private void rolledBack(long receiver, boolean initial) {
            if (initial) {
                Node root = world.root(activity) == null ? world.createRoot(activity) : world.root(activity);
                served.add(world.attach(root, activity).number());
            }
            detachAtEnd(world, receiver);
            world.letGoOfTheUnreferenced();
        }

        private void detachAtEnd(World where, long receiver) {
            Node node = where.node(receiver);
            if (event.equals(END) && node != null) {
                node.links().remove(activity);
            }
        }
    }
}
