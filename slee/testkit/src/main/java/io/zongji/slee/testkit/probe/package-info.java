/** An SBB whose handlers are given by the test, as several services with different priorities and convergence. */
package io.zongji.slee.testkit.probe;
