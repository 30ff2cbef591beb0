/** Measures the media engine's inner loops, each beside the least that has to be done. */
package io.zongji.benchmarks.media;
