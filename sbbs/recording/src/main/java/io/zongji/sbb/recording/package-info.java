/** Recording of conversations: one SBB a part of a recording, one channel a party. */
package io.zongji.sbb.recording;
