package io.zongji.slee.testkit.model;

import io.zongji.slee.testkit.model.World.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Decides at random what entities do, and does it to the model. In the end it makes them let go of everything. */
public final class Plan {
    private static final int MOST_ENTITIES = 25;

    private final Random random;
    private final List<Integer> priorities;
    private int names;
    private int nulls;
    private int timers;
    private boolean over;

    /** Names and priorities are used once, so that no two receivers are of equal right. */
    public Plan(long seed) {
        random = new Random(seed);
        priorities = new ArrayList<>(IntStream.rangeClosed(-128, 127)
                .filter(priority -> priority != 0)
                .boxed()
                .toList());
        Collections.shuffle(priorities, random);
    }

    public Random random() {
        return random;
    }

    /** From now on handlers only free names and cancel timers. */
    public void over() {
        over = true;
    }

    public boolean hasRoom() {
        return names < priorities.size() - 20;
    }

    /**
     * When a handler runs.
     *
     * @param lastEvent no other event waits
     */
    record Moment(String activity, String event, Set<String> live, boolean lastEvent) {}

    /**
     * What a handler does.
     *
     * @param fired events that wait if it commits
     * @param endsAnyway it ends the activity whether or not it commits
     */
    record Decision(List<Deed> deeds, boolean rollsBack, List<String> fired, boolean endsAnyway) {
        static final Decision NOTHING = new Decision(List.of(), false, List.of(), false);
    }

    Decision decide(World world, Node receiver, Moment moment) {
        Deeds deeds = new Deeds(world, receiver, moment);
        deeds.takeName();
        if (over) {
            deeds.letGo();
            return deeds.committed();
        }
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            deeds.another();
        }
        return deeds.decision();
    }

    private <T> T anyOf(Collection<T> things) {
        return things.isEmpty() ? null : new ArrayList<>(things).get(random.nextInt(things.size()));
    }

    /** The deeds of one handler. */
    private final class Deeds {
        private final World world;
        private final Moment moment;
        private final List<Deed> deeds = new ArrayList<>();
        private final List<String> fired = new ArrayList<>();
        private Node self;
        private boolean ends;
        private boolean endsAnyway;

        Deeds(World world, Node self, Moment moment) {
            this.world = world;
            this.self = self;
            this.moment = moment;
        }

        void takeName() {
            if (self.name() == null) {
                String name = nextName();
                int priority = priorities.get(names);
                self = world.named(self, name, priority);
                deeds.add(new Deed.TakeName(name, priority));
            }
        }

        private String nextName() {
            names++;
            return "e" + names;
        }

        void letGo() {
            List.copyOf(world.bound().keySet()).forEach(this::release);
            for (Node node : named()) {
                for (String activity : world.nullActivities()) {
                    if (node.links().remove(activity) != null) {
                        deeds.add(new Deed.Detach(node.name(), activity));
                    }
                }
            }
        }

        Decision committed() {
            return new Decision(List.copyOf(deeds), false, List.copyOf(fired), endsAnyway);
        }

        Decision decision() {
            boolean fails = random.nextInt(5) == 0;
            if (fails) {
                deeds.add(new Deed.Fail(random.nextBoolean()));
            }
            return new Decision(List.copyOf(deeds), fails, List.copyOf(fired), endsAnyway);
        }

        void another() {
            switch (random.nextInt(17)) {
                case 0, 1 -> create();
                case 2, 3, 4 -> attach(anyOf(world.tree(self)));
                case 5, 6 -> detach(anyOf(world.tree(self)));
                case 7 -> detach(anyOf(named()));
                case 8 -> remove();
                case 9 -> mask();
                case 10 -> fire();
                case 11 -> createNull();
                case 12 -> hang("n" + random.nextInt(5));
                case 13 -> hang("t" + ++timers);
                case 14, 15 -> release(anyOf(world.bound().keySet()));
                default -> end();
            }
        }

        private List<Node> named() {
            return world.all().stream().filter(node -> node.name() != null).toList();
        }

        private void create() {
            if (world.all().size() < MOST_ENTITIES && hasRoom()) {
                String name = nextName();
                world.createChild(self, name, priorities.get(names));
                deeds.add(new Deed.Create(name, priorities.get(names)));
            }
        }

        private void attach(Node node) {
            String activity = anyActivity();
            world.attach(node, activity);
            deeds.add(new Deed.Attach(node.name(), activity));
        }

        private void detach(Node node) {
            String activity = anyOf(node.links().keySet());
            if (activity != null) {
                node.links().remove(activity);
                deeds.add(new Deed.Detach(node.name(), activity));
            }
        }

        /** A descendant, or the tree of somebody else. */
        private void remove() {
            Node victim = anyOf(named());
            boolean above = World.isWithin(self, victim);
            if (!above && (World.isWithin(victim, self) || victim.root())) {
                world.remove(victim);
                deeds.add(new Deed.Remove(victim.name()));
            }
        }

        private String anyActivity() {
            List<String> activities = new ArrayList<>(moment.live());
            activities.addAll(world.nullActivities());
            return anyOf(activities);
        }

        private void createNull() {
            String activity = "null" + ++nulls;
            world.nullActivities().add(activity);
            world.attach(self, activity);
            deeds.add(new Deed.CreateNull(activity));
        }

        /** A name or a timer, by its first letter. */
        private void hang(String thing) {
            if (world.bound().containsKey(thing)) {
                return;
            }
            String activity = anyActivity();
            world.bound().put(thing, activity);
            deeds.add(thing.startsWith("n") ? new Deed.Bind(thing, activity) : new Deed.SetTimer(thing, activity));
        }

        private void release(String thing) {
            if (thing != null) {
                world.bound().remove(thing);
                deeds.add(thing.startsWith("n") ? new Deed.Unbind(thing) : new Deed.CancelTimer(thing));
            }
        }

        private void mask() {
            if (self.links().containsKey(moment.activity())) {
                String event = anyOf(List.of(Model.ALPHA, Model.BETA, Model.END, ""));
                world.mask(self, moment.activity(), event.isEmpty() ? Set.of() : Set.of(event));
                deeds.add(new Deed.Mask(event.isEmpty() ? null : event));
            }
        }

        private void fire() {
            if (mayFire()) {
                fired.add(Model.BETA);
                deeds.add(new Deed.Fire());
            }
        }

        private boolean mayFire() {
            return !ends
                    && !world.isEnding(moment.activity())
                    && !moment.event().equals(Model.END);
        }

        private void end() {
            if (mayFire() && moment.lastEvent() && random.nextInt(3) == 0) {
                ends = true;
                boolean transacted = random.nextBoolean();
                endsAnyway = !transacted;
                world.ending(moment.activity());
                deeds.add(new Deed.End(transacted));
            }
        }
    }
}
