/** Thresholds and history of alarms of queues. */
package io.zongji.store.alarm;
