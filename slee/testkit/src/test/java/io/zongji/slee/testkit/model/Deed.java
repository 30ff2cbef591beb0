package io.zongji.slee.testkit.model;

/** One thing an entity does in a handler. Entities are known by name, activities too. */
public sealed interface Deed {
    /** The first deed of every new root: before it, nobody can speak of it. */
    record TakeName(String name, int priority) implements Deed {}

    record Create(String child, int priority) implements Deed {}

    record Remove(String entity) implements Deed {}

    record Attach(String entity, String activity) implements Deed {}

    record Detach(String entity, String activity) implements Deed {}

    /** A null activity, to which the entity attaches. */
    record CreateNull(String activity) implements Deed {}

    record Bind(String name, String activity) implements Deed {}

    record Unbind(String name) implements Deed {}

    /** A timer that would fire long after the end of the history. */
    record SetTimer(String timer, String activity) implements Deed {}

    record CancelTimer(String timer) implements Deed {}

    /** Masks one event, or none if it is null, on the activity whose event is handled. */
    record Mask(String event) implements Deed {}

    /** Fires Beta on the activity whose event is handled. */
    record Fire() implements Deed {}

    /** Ends the activity whose event is handled. */
    record End(boolean transacted) implements Deed {}

    /** Makes the transaction roll back, by an exception or by marking it; the last deed if it throws. */
    record Fail(boolean thrown) implements Deed {}
}
