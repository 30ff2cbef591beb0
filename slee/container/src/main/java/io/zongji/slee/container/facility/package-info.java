/** Facilities of JSR 240: timers, activity context names, null and service activities, alarms, tracers. */
package io.zongji.slee.container.facility;
