package io.zongji.example.event;

/** An event of the service's own: the egg with this number has boiled long enough. */
public record EggReady(int number) {}
