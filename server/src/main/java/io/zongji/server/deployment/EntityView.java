package io.zongji.server.deployment;

import java.util.List;
import javax.slee.management.ResourceAdaptorEntityState;
import javax.slee.resource.ResourceAdaptorID;

/**
 * A resource adaptor entity as an administrator sees it.
 *
 * @param own        the archive sets it up, not to be removed
 * @param activities how many are alive
 * @param failure    why it could not begin to work when it was activated; null if it could
 * @param changeable whether its configuration may be changed now
 */
public record EntityView(
        String name,
        ResourceAdaptorID adaptor,
        ResourceAdaptorEntityState state,
        boolean own,
        int activities,
        String failure,
        boolean changeable,
        List<PropertyView> properties,
        List<LinkView> links) {

    public EntityView {
        properties = List.copyOf(properties);
        links = List.copyOf(links);
    }

    /**
     * A configuration property.
     *
     * @param type  the name of a class such as {@code java.lang.Integer}
     * @param value null if there is none
     */
    public record PropertyView(String name, String type, String value) {}

    /**
     * A name by which services find the entity.
     *
     * @param own the archive set it up
     */
    public record LinkView(String name, boolean own) {}
}
