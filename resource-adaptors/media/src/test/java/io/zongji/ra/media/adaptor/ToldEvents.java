package io.zongji.ra.media.adaptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.ra.media.RecorderEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Writes down what a driver tells, in order. */
public final class ToldEvents implements MediaDriver.Events {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<Told> told = new CopyOnWriteArrayList<>();

    /** @param event null for the end of its connection or recorder */
    public record Told(String id, Object event) {}

    @Override
    public void connectionEvent(String connection, Object event) {
        told.add(new Told(connection, event));
    }

    @Override
    public void connectionGone(String connection) {
        told.add(new Told(connection, null));
    }

    @Override
    public void recorderEvent(String recorder, RecorderEvent event) {
        told.add(new Told(recorder, event));
    }

    @Override
    public void recorderGone(String recorder) {
        told.add(new Told(recorder, null));
    }

    public List<Object> of(String id) {
        return told.stream()
                .filter(each -> each.id().equals(id))
                .map(Told::event)
                .toList();
    }

    /** The first event of this kind, taken away so that the next one is another. */
    public <T> T await(String id, Class<T> kind) {
        return await(id, kind, any -> true);
    }

    public <T> T await(String id, Class<T> kind, Predicate<T> wanted) {
        Predicate<Told> matching =
                each -> each.id().equals(id) && kind.isInstance(each.event()) && wanted.test(kind.cast(each.event()));
        Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(told)
                .as(id + ": " + kind.getSimpleName())
                .anyMatch(matching));
        Told found = told.stream().filter(matching).findFirst().orElseThrow();
        told.remove(found);
        return kind.cast(found.event());
    }

    public void awaitGone(String id) {
        Awaitility.await(id + " is gone").atMost(LONG).until(() -> told.contains(new Told(id, null)));
    }
}
