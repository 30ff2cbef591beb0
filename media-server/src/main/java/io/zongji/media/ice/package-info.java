/**
 * The little of ICE that an endpoint with a public address needs (RFC 8445, 2.5: lite): it answers connectivity checks that
 * know its password, and sends where the other side nominates. What is not authentic gets no answer at all.
 */
package io.zongji.media.ice;
