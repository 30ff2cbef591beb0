/** When a queue needs a supervisor's eye: thresholds, and alarms that begin and end by them without flickering. */
package io.zongji.domain.alarm;
