/** Making and recognising pure tones, for simulated parties and tests. */
package io.zongji.media.tone;
