/**
 * What the enterprise has set up, as one immutable snapshot, and the pure decisions that need nothing else: who may call
 * whom. A change makes a new snapshot; calls in progress keep the one they began with.
 */
package io.zongji.domain.config;
