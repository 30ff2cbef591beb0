/**
 * The media server in another process: the protocol by which it is controlled, and both its ends. Frames of JSON in a TLS
 * connection that both sides open with one shared secret; requests one way, reports the other, each in order.
 */
package io.zongji.ra.media.node;
