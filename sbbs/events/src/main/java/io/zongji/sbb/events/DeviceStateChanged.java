package io.zongji.sbb.events;

/** Registrar to ACD: an extension's phone has come or gone. */
public record DeviceStateChanged(String extension, boolean registered) {}
