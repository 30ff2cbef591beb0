/** What happens: event classes, one for each event type of the unit. */
package io.zongji.example.event;
