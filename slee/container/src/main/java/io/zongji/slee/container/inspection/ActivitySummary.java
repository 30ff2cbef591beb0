package io.zongji.slee.container.inspection;

/**
 * One activity in a list.
 *
 * @param id of the activity in this run of the SLEE
 * @param raEntity name of the RA entity; {@code null}, {@code service} and {@code profile table} are the container's own
 * @param handle the activity handle in its own words
 * @param state {@code ACTIVE}, {@code ENDING} or {@code ENDED}
 * @param startedAt milliseconds of the SLEE's clock
 * @param ageMillis since then
 * @param attached SBB entities
 * @param names bound in the naming facility
 * @param timers set on it
 * @param waitingEvents queued or under way
 * @param heldBack by a barrier, a suspended delivery, or a busy entity tree
 * @param lastEvent name of the event type delivered last; null if there was none
 * @param idleMillis since then, or since the start
 */
public record ActivitySummary(
        int id,
        String raEntity,
        String handle,
        String state,
        long startedAt,
        long ageMillis,
        int attached,
        int names,
        int timers,
        int waitingEvents,
        boolean heldBack,
        String lastEvent,
        long idleMillis) {}
