package io.zongji.sbb.events;

/**
 * ACD to the registration of a phone: its agent is signed in, so that its loss has to be noticed soon; or is so no more.
 *
 * @param on whether the agent is signed in
 */
public record PhoneWatched(boolean on) {}
