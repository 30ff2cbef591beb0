/**
 * The SIP resource adaptor: RestComm's published JAIN SIP RA type over the JAIN SIP stack. SBBs see
 * only {@code javax.sip} and {@code net.java.slee.resource.sip}; {@link io.zongji.ra.sip.Flow} is the
 * one addition that they may use.
 */
package io.zongji.ra.sip;
