/** The light transaction every event is delivered in: undo log, actions at its end, locks, and the bridge to JTA. */
package io.zongji.slee.container.tx;
