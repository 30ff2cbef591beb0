/** Recording of conversations: one SBB a recording, one channel a party. */
package io.zongji.sbb.recording;
