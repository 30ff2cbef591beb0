package io.zongji.sbb.events;

/** What a leg of one call hands to the leg of another that goes on with its dialog and media. Only legs look inside. */
public interface LegInTransit {}
