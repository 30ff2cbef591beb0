/** An SBB written as for RestComm JAIN SLEE, with its extension interfaces. */
package io.zongji.slee.testkit.extended;
