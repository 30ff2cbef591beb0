package io.zongji.sbb.acd;

import io.zongji.domain.routing.Decision;
import io.zongji.domain.routing.RoutingEngine;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/**
 * The routing engine as the ACD's state: one mutable object that the entity holds by reference. It counts what one event
 * asked of the engine, so that a rolled-back transaction can be taken back as a whole.
 */
final class Acd implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient RoutingEngine engine = new RoutingEngine();
    private transient int asked;

    /** A new event: what earlier ones asked stays. */
    void begin() {
        asked = 0;
    }

    List<Decision> ask(Function<RoutingEngine, List<Decision>> question) {
        asked++;
        return question.apply(engine);
    }

    /** Forgets all that was asked since {@link #begin()}. */
    void takeBack() {
        for (; asked > 0; asked--) {
            engine.rollbackLast();
        }
    }

    RoutingEngine engine() {
        return engine;
    }
}
