package io.zongji.slee.container.inspection;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.Activities;
import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.ActivityTable;
import io.zongji.slee.container.entity.EntityTree;
import io.zongji.slee.container.entity.HandlerTimes;
import io.zongji.slee.container.entity.SbbEntity;
import io.zongji.slee.container.entity.Service;
import io.zongji.slee.container.entity.ServiceSbb;
import io.zongji.slee.container.facility.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers operators' questions about a running SLEE. Thread-safe; every answer is a copy. */
public final class Inspection {
    /** In these nobody waits for an activity's end: services and tables live as long as they are active. */
    private static final Set<String> NEVER_SUSPECTED = Set.of("service", "profile table");

    private static final int LONGEST_QUEUES = 10;

    private final Activities activities;
    private final Supplier<Collection<Service>> services;
    private final Supplier<RouterFigures.Threads> threads;
    private final ActivityReader activityReader;
    private final EntityReader entityReader;
    private final Numbers numbers = new Numbers();

    public Inspection(
            Activities activities,
            Timers timers,
            Supplier<Collection<Service>> services,
            Supplier<RouterFigures.Threads> threads) {
        this.activities = requireNonNull(activities, "activities");
        this.services = requireNonNull(services, "services");
        this.threads = requireNonNull(threads, "threads");
        activityReader = new ActivityReader(timers, numbers, activities::now);
        entityReader = new EntityReader(activities.transactions(), numbers, activities::now);
    }

    /** Names that {@link ActivityFilter#raEntity} may have: the RA entities, and the container's own. */
    public Set<String> sources() {
        Set<String> names = new TreeSet<>();
        activities.tables().forEach(table -> names.add(table.source().name()));
        return names;
    }

    /** The oldest of the activities that are asked for. */
    public List<ActivitySummary> activities(ActivityFilter filter) {
        return oldest(filter.raEntity(), filter.olderThan())
                .limit(filter.limit())
                .map(activityReader::summary)
                .toList();
    }

    private Stream<ActivityContext> oldest(String raEntity, Duration olderThan) {
        long latest = activities.now() - olderThan.toMillis();
        return contexts()
                .filter(context -> raEntity == null || context.source().name().equals(raEntity))
                .filter(context -> context.startedAt() <= latest)
                .sorted(Comparator.comparingLong(ActivityContext::startedAt));
    }

    private Stream<ActivityContext> contexts() {
        return activities.tables().stream().map(ActivityTable::all).flatMap(Collection::stream);
    }

    /** Empty when the activity has ended, or never was. */
    public Optional<ActivityDetail> activity(int id) {
        return context(id).map(activityReader::detail);
    }

    private Optional<ActivityContext> context(int id) {
        return contexts().filter(context -> numbers.isOf(context, id)).findFirst();
    }

    /** Empty when the tree is gone, or never was. */
    public Optional<EntityTreeDetail> entityTree(int id) {
        return services.get().stream()
                .flatMap(service -> service.roots().stream())
                .map(SbbEntity::tree)
                .filter(tree -> numbers.isOf(tree, id))
                .findFirst()
                .map(entityReader::tree);
    }

    /** The oldest of the entity trees, of one service or of all, which is null. */
    public List<EntityTreeDetail> entityTrees(String service, int limit) {
        return services.get().stream()
                .filter(one -> service == null || one.id().getName().equals(service))
                .flatMap(one -> one.roots().stream())
                .map(SbbEntity::tree)
                .sorted(Comparator.comparingLong(EntityTree::createdAt))
                .limit(limit)
                .map(entityReader::tree)
                .toList();
    }

    /** Activities of an RA entity, or of another source, to which nobody is attached. */
    public List<ActivitySummary> unattached(String raEntity) {
        return oldest(raEntity, Duration.ZERO)
                .filter(context -> !context.isEnded() && context.attachmentCount() == 0)
                .map(activityReader::summary)
                .toList();
    }

    /**
     * Who is attached to the activities that are bound to names with this beginning.
     *
     * @return the ids of the entity trees by the names
     */
    public Map<String, Set<Integer>> attachedByName(String prefix) {
        Map<String, Set<Integer>> trees = new HashMap<>();
        contexts().forEach(context -> context.bound().stream()
                .map(thing -> thing.reference().toString())
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> trees.put(
                        name,
                        context.attachments().stream()
                                .map(attachment -> ((SbbEntity) attachment.entity()).tree())
                                .map(numbers::of)
                                .collect(Collectors.toSet()))));
        return trees;
    }

    /** The ids of a service's entity trees. */
    public Set<Integer> treesOf(String service) {
        return services.get().stream()
                .filter(one -> one.id().getName().equals(service))
                .flatMap(one -> one.roots().stream())
                .map(root -> numbers.of(root.tree()))
                .collect(Collectors.toSet());
    }

    /** Activities of RA entities and null activities on which nothing has been delivered for long. */
    public LeakSuspects leakSuspects(Duration idle, int limit) {
        List<LeakSuspects.Suspect> suspects = oldest(null, idle)
                .filter(context -> !NEVER_SUSPECTED.contains(context.source().name()))
                .filter(context ->
                        ActivityReader.lastUse(context, context.mailbox().lastEvents())
                                <= activities.now() - idle.toMillis())
                .map(activityReader::summary)
                .map(summary -> new LeakSuspects.Suspect(summary, reason(summary)))
                .toList();
        return new LeakSuspects(
                idle.toMillis(),
                groups(suspects),
                suspects.stream().limit(limit).toList());
    }

    private static List<LeakSuspects.Group> groups(List<LeakSuspects.Suspect> suspects) {
        return suspects.stream()
                .map(LeakSuspects.Suspect::activity)
                .collect(Collectors.groupingBy(ActivitySummary::raEntity))
                .entrySet()
                .stream()
                .map(group -> new LeakSuspects.Group(
                        group.getKey(),
                        group.getValue().size(),
                        (int) group.getValue().stream()
                                .filter(activity -> activity.attached() == 0)
                                .count(),
                        group.getValue().get(0).ageMillis()))
                .sorted(Comparator.comparingInt(LeakSuspects.Group::count).reversed())
                .toList();
    }

    private static LeakSuspects.Reason reason(ActivitySummary activity) {
        if (!activity.state().equals("ACTIVE")) {
            return LeakSuspects.Reason.ENDING;
        }
        if (activity.attached() == 0) {
            return LeakSuspects.Reason.NOBODY_ATTACHED;
        }
        return activity.timers() == 0 && activity.waitingEvents() == 0
                ? LeakSuspects.Reason.NOTHING_TO_WAIT_FOR
                : LeakSuspects.Reason.IDLE;
    }

    public RouterFigures router() {
        List<ActivityContext> withEvents =
                contexts().filter(context -> context.mailbox().size() > 0).toList();
        RouterFigures.Threads pool = threads.get();
        return new RouterFigures(
                pool.size(),
                pool.busy(),
                pool.waitingActivities(),
                (int) withEvents.stream()
                        .filter(context -> context.mailbox().isBlocked())
                        .count(),
                activities.limit().queueLength(),
                activities.limit().total(),
                activities.limit().perActivity(),
                activities.limit().deliveredCount(),
                activities.limit().refusedCount(),
                withEvents.stream()
                        .map(activityReader::summary)
                        .sorted(Comparator.comparingInt(ActivitySummary::waitingEvents)
                                .reversed())
                        .limit(LONGEST_QUEUES)
                        .toList(),
                handlers());
    }

    private List<RouterFigures.Handler> handlers() {
        List<RouterFigures.Handler> handlers = new ArrayList<>();
        for (Service service : services.get()) {
            for (ServiceSbb sbb : service.sbbs().values()) {
                for (int i = 0; i < sbb.type().eventTypes().size(); i++) {
                    HandlerTimes.Figures times = sbb.handlerTimes(i).figures();
                    if (times.runs() > 0) {
                        handlers.add(handler(service, sbb, i, times));
                    }
                }
            }
        }
        handlers.sort(Comparator.comparingLong(RouterFigures.Handler::totalMillis)
                .thenComparingLong(RouterFigures.Handler::runs)
                .reversed());
        return handlers;
    }

    private static RouterFigures.Handler handler(
            Service service, ServiceSbb sbb, int index, HandlerTimes.Figures times) {
        return new RouterFigures.Handler(
                service.id().getName(),
                sbb.type().id().getName(),
                sbb.type().eventTypes().get(index).id().getName(),
                times.runs(),
                times.rolledBack(),
                times.totalMillis(),
                times.maxMillis(),
                times.slow(),
                times.lastSlowAt());
    }
}
