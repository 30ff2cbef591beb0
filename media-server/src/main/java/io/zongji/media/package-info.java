/**
 * The media server: network connections with RTP, prompts, digits, bridging and recording. It knows nothing of SIP or
 * SLEE. {@link io.zongji.media.MediaServer} is the way in; one loop thread owns all media state, so calls return at once
 * and outcomes come to listeners on one event thread.
 */
package io.zongji.media;
