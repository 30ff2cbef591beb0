package io.zongji.web.api;

/**
 * The body of every answer that is not what was asked for.
 *
 * @param status of HTTP
 * @param problem what is wrong, in English
 */
public record Problem(int status, String problem) {}
