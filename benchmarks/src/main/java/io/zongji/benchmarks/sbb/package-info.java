/** The services that are measured. They know only {@code javax.slee} and the stub resource adaptor's events. */
package io.zongji.benchmarks.sbb;
