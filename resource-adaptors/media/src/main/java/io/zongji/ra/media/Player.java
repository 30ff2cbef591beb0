package io.zongji.ra.media;

/** Plays prompts to one party. A new play replaces the running one, which ends with {@code STOPPED}. */
public interface Player {

    /** Starts playing; the end comes as a {@link PlayerEvent} with the request's id. */
    void play(PlayRequest request);

    /** Stops what plays, if anything; its {@link PlayerEvent} says {@code STOPPED}. */
    void stop();
}
