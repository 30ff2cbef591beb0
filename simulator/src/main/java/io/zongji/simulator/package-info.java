/**
 * SIP phones made of software: they register, call, answer, speak and listen over real SIP and RTP. A library for tests
 * ({@link io.zongji.simulator.PhoneStack} is where to begin), the actors of the demo ({@link io.zongji.simulator.Demo})
 * and a load generator ({@link io.zongji.simulator.LoadRun}). They know nothing of the call centre but its address.
 */
package io.zongji.simulator;
