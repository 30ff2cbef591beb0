/** What goes on right now, folded from the journal: calls, queues, agents. */
package io.zongji.domain.live;
