package io.zongji.slee.container.activity;

/**
 * What an activity context attribute is filed under: the SBB's id and the attribute's name, or a shared alias
 * ({@code owner} null). Made once per SBB, never per access.
 */
public record AttributeKey(Object owner, String name) {}
