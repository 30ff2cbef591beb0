/** What monitoring systems read: figures of the call centre, its SLEE and its JVM. */
package io.zongji.server.metrics;
