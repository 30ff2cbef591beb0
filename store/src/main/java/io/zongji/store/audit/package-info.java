/** The audit log: who did what to whom, from where, and whether it was allowed. */
package io.zongji.store.audit;
