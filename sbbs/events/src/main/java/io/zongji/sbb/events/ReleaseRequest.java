package io.zongji.sbb.events;

/** Portal to call: a supervisor or the agent ends the call. */
public record ReleaseRequest(String requestedBy) {}
