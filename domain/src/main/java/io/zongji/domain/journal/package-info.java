/**
 * The one ordered journal of what happens in the call centre, in CSTA's words (ECMA-269). Reports, the live view, the
 * database and integrators all read it; nothing else is the truth about a call.
 */
package io.zongji.domain.journal;
