/** A resource adaptor without a protocol, with its RA type and events: a deployable unit for tests. */
package io.zongji.slee.testkit.stub;
