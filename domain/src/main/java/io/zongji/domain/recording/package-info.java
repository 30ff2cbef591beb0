/** Recordings: whose voice is on which channel, and the ledger that matches every second of talk to audio. */
package io.zongji.domain.recording;
