/**
 * The SIP resource adaptor: RestComm's published JAIN SIP RA type over the JAIN SIP stack. SBBs see only {@code javax.sip}
 * and {@code net.java.slee.resource.sip}; {@link io.zongji.ra.sip.Flow} and the second type, SIP Flows
 * ({@link io.zongji.ra.sip.SipFlows}), are the additions that they may use.
 *
 * <p>Beyond the type: a server transaction's activity ends with its final response, not when the stack forgets it; a peer
 * that is lost ends its dialog with {@code javax.sip.Timeout.Dialog}; what no SBB answers or refers to any more is answered
 * and ended here. Not done: {@code javax.sip.Dialog.FORKED} (early answers of several forks share one dialog, a second 2xx
 * is acknowledged and ended), {@code forwardForkedResponse}, TLS.
 */
package io.zongji.ra.sip;
