package io.zongji.slee.container.management;

import javax.slee.management.UnrecognizedResourceAdaptorEntityException;

/**
 * Activities of RA entities, for an operator who finds one that seems forgotten. Not of JSR 240, which has the callbacks of
 * the RA for this but leaves it open who asks for them. An activity is named by its handle in words.
 */
public interface ActivityManagementMBean {
    /** The object name of this MBean. */
    String OBJECT_NAME = "io.zongji.slee:name=Activities";

    /** The handles of an entity's activities, sorted. */
    String[] getActivities(String entityName) throws UnrecognizedResourceAdaptorEntityException;

    /**
     * Has the RA look whether an activity is alive; it ends it if not ({@code queryLiveness}).
     *
     * @return false if there is no such activity
     */
    boolean queryLiveness(String entityName, String handle) throws UnrecognizedResourceAdaptorEntityException;

    /**
     * Ends an activity, alive or not, with its end event, and tells the RA ({@code administrativeRemove}).
     *
     * @return false if there is no such activity
     */
    boolean removeActivity(String entityName, String handle) throws UnrecognizedResourceAdaptorEntityException;
}
