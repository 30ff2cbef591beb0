/**
 * From packets as a network delivers them to an even stream of linear samples: adaptive buffering, concealment of what is
 * missing, and pieces left out or repeated where nobody hears it. All at 8,000 samples a second.
 */
package io.zongji.media.jitter;
