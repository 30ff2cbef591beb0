/**
 * What services tell each other and what the portal asks of them: custom SLEE events, all immutable records. They travel
 * on two kinds of null activities, found by name ({@link io.zongji.sbb.events.ActivityNames}): one for the ACD, one for
 * each call.
 */
package io.zongji.sbb.events;
