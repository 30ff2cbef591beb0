/**
 * Call control: {@link io.zongji.sbb.cti.CallSbb} is one call, its children are the legs, the IVR and the recording.
 * {@link io.zongji.sbb.cti.RegistrarSbb} knows where registered phones are.
 */
package io.zongji.sbb.cti;
