package io.zongji.sbb.events;

/** Registrar to itself, on the activity of a REGISTER: what it asked for is done, and all the others can see it. */
public record RegistrationKept() {}
