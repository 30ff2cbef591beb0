package io.zongji.slee.testkit.stub;

/** An activity of the stub resource adaptor. Two are equal if they have the same name. */
public record StubActivity(String name) {}
