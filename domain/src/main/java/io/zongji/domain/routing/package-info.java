/**
 * The ACD's brain: tasks wait, agents become free, and out come decisions. Plain, single-threaded and deterministic; the
 * service around it holds the thread and the timer.
 */
package io.zongji.domain.routing;
