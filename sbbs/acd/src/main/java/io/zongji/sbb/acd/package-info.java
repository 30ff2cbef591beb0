/** ACD: {@link io.zongji.sbb.acd.AcdSbb} holds the routing engine and tells calls what it decides. */
package io.zongji.sbb.acd;
