package io.zongji.sbb.cti;

import java.io.Serializable;

/**
 * A phone on the desk that stands by while a page is the agent's phone: it was told that it is registered.
 *
 * @param contact  its SIP URI
 * @param flow     as of {@link io.zongji.ra.sip.Flow#toString()}
 * @param instance names the device; null when it has not said
 * @param until    when what it was told is over, epoch milliseconds
 */
record DeskPhone(String contact, String flow, String instance, long until) implements Serializable {}
