package io.zongji.slee.container;

/** What a start of the SLEE could not activate, in words, and why. */
public record StartFailure(String part, Throwable cause) {}
