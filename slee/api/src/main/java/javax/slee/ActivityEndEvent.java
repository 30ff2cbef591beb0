package javax.slee;

/**
 * Fired by the SLEE as the last event of an activity.
 */
public interface ActivityEndEvent {}
