/** A SLEE for JUnit: virtual time, a stub resource adaptor, and an SBB whose handlers are given by the test. */
package io.zongji.slee.testkit;
