package io.zongji.sbb.events;

/** Call to call: the leg that was given goes on here. */
public record LegTaken() {}
