/**
 * Measures the SLEE: each measurement runs once in the container ("slee") and once as the same work on a thread pool
 * without one ("bare"), by the same code on the producers' side.
 */
package io.zongji.benchmarks;
