/** IVR: runs flows, which are data; what a flow decides is {@code io.zongji.domain.flow}'s. */
package io.zongji.sbb.ivr;
