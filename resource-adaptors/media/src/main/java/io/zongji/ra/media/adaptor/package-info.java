/**
 * The media resource adaptor and its seam to media servers: {@link io.zongji.ra.media.adaptor.MediaDriver} speaks in ids
 * and values only, so that a media server in this process and one elsewhere look the same.
 */
package io.zongji.ra.media.adaptor;
