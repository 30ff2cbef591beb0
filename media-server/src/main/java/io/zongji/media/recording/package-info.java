/** Recording: audio placed in time per party, WAV files that survive a crash, and their repair at the next start. */
package io.zongji.media.recording;
