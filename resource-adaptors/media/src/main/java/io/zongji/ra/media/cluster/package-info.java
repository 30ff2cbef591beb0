/**
 * Several media nodes as one media server: where a call's media is placed, and how it comes to another node when its own
 * is lost.
 */
package io.zongji.ra.media.cluster;
