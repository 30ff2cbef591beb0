/** What it costs to tell many programs what happens, against a running server. */
package io.zongji.benchmarks.events;
