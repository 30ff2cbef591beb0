package io.zongji.slee.container.inspection;

import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.Attachment;
import io.zongji.slee.container.activity.AttributeKey;
import io.zongji.slee.container.activity.BoundToActivity;
import io.zongji.slee.container.activity.PastEvent;
import io.zongji.slee.container.entity.SbbEntity;
import io.zongji.slee.container.facility.Timers;
import io.zongji.slee.container.inspection.ActivityDetail.AttachedEntity;
import io.zongji.slee.container.inspection.ActivityDetail.DeliveredEvent;
import io.zongji.slee.container.inspection.ActivityDetail.PendingTimer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import javax.slee.ComponentID;
import javax.slee.EventTypeID;
import javax.slee.facilities.TimerID;

/** Reads one activity context. What it says was true at one moment each, not all at the same. */
final class ActivityReader {
    private final Timers timers;
    private final Numbers numbers;
    private final LongSupplier clock;

    ActivityReader(Timers timers, Numbers numbers, LongSupplier clock) {
        this.timers = timers;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** When something was delivered on the activity last, or when it started. */
    static long lastUse(ActivityContext context, List<PastEvent> events) {
        return events.isEmpty()
                ? context.startedAt()
                : events.get(events.size() - 1).at();
    }

    ActivitySummary summary(ActivityContext context) {
        List<BoundToActivity> bound = context.bound();
        List<PastEvent> events = context.mailbox().lastEvents();
        int timersSet = (int) bound.stream().filter(ActivityReader::isTimer).count();
        long now = clock.getAsLong();
        return new ActivitySummary(
                numbers.of(context),
                context.source().name(),
                Plain.text(context.handle()),
                state(context),
                context.startedAt(),
                Math.max(0, now - context.startedAt()),
                context.attachmentCount(),
                bound.size() - timersSet,
                timersSet,
                context.mailbox().size(),
                context.mailbox().isBlocked(),
                events.isEmpty() ? null : events.get(events.size() - 1).type().getName(),
                Math.max(0, now - lastUse(context, events)));
    }

    static String state(ActivityContext context) {
        if (context.isEnded()) {
            return "ENDED";
        }
        return context.isEnding() ? "ENDING" : "ACTIVE";
    }

    private static boolean isTimer(BoundToActivity thing) {
        return thing.reference() instanceof TimerID;
    }

    ActivityDetail detail(ActivityContext context) {
        List<BoundToActivity> bound = context.bound();
        EventTypeID underWay = context.mailbox().underWay();
        return new ActivityDetail(
                summary(context),
                context.attachments().stream().map(this::attached).toList(),
                bound.stream()
                        .filter(thing -> !isTimer(thing))
                        .map(thing -> thing.reference().toString())
                        .sorted()
                        .toList(),
                bound.stream()
                        .filter(ActivityReader::isTimer)
                        .map(thing -> timers.state((TimerID) thing.reference()))
                        .flatMap(Optional::stream)
                        .map(timer ->
                                new PendingTimer(timer.id(), timer.due(), timer.periodMillis(), timer.remaining()))
                        .sorted(Comparator.comparingLong(PendingTimer::due))
                        .toList(),
                attributes(context.attributes()),
                underWay == null ? null : underWay.getName(),
                context.mailbox().lastEvents().stream()
                        .map(event -> new DeliveredEvent(event.type().getName(), event.at(), event.received()))
                        .toList());
    }

    private AttachedEntity attached(Attachment attachment) {
        SbbEntity entity = (SbbEntity) attachment.entity();
        return new AttachedEntity(
                numbers.of(entity.tree()),
                entity.sbb().service().id().getName(),
                entity.sbb().type().id().getName(),
                path(entity));
    }

    private static String path(SbbEntity entity) {
        String name = entity.sbb().type().id().getName();
        return entity.parent() == null ? name : path(entity.parent()) + "/" + name;
    }

    private static Map<String, String> attributes(Map<AttributeKey, Object> attributes) {
        Map<String, String> texts = new TreeMap<>();
        attributes.forEach((key, value) -> {
            String owner = key.owner() instanceof ComponentID sbb ? sbb.getName() + "/" : "";
            texts.put(owner + key.name(), Plain.value(value));
        });
        return texts;
    }
}
