/** What is done at start before the first call: nothing that was going on when the process ended stays open. */
package io.zongji.store.recovery;
