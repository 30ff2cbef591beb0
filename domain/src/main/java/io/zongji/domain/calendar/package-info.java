/** Working hours: week days, split days, periods over midnight, holidays. */
package io.zongji.domain.calendar;
