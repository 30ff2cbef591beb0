/**
 * The media resource adaptor type: how services speak of media, in the words of JSR 309 (network connection, join,
 * player, signal detector, recorder). Every request returns at once; its outcome comes as an event on the activity, so a
 * media server in this process and one elsewhere look the same.
 */
package io.zongji.ra.media;
