package io.zongji.slee.container.inspection;

import java.util.List;
import java.util.Map;

/**
 * A root SBB entity with its descendants.
 *
 * @param id of the tree in this run of the SLEE
 * @param createdAt milliseconds of the SLEE's clock, to the second
 * @param busy a handler held the tree all the time that was waited for it: {@code root} is null then
 */
public record EntityTreeDetail(
        int id, String service, String convergenceName, long createdAt, long ageMillis, boolean busy, EntityNode root) {

    /**
     * One entity.
     *
     * @param relation the parent's method that gives the child relation; null for the root
     * @param activities ids of the activities it is attached to
     * @param fields CMP fields that are set: numbers, words and the like as text, of others the class
     */
    public record EntityNode(
            String sbb,
            String relation,
            int priority,
            List<Integer> activities,
            Map<String, String> fields,
            List<EntityNode> children) {
        public EntityNode {
            activities = List.copyOf(activities);
            fields = Map.copyOf(fields);
            children = List.copyOf(children);
        }
    }
}
