package io.zongji.slee.testkit.model;

import java.util.List;

/**
 * A handler is called, and what it does.
 *
 * @param entity null for a root that has no name yet
 */
public record Visit(String entity, String event, String activity, List<Deed> deeds) {
    @Override
    public String toString() {
        return entity + " " + event + " on " + activity + " does " + deeds;
    }
}
