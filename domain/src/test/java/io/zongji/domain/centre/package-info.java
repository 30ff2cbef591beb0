/** A whole call centre without phones, network and clock: routing, conversations, agents and records together. */
package io.zongji.domain.centre;
