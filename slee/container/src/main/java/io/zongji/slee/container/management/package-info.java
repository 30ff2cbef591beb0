/** The management interface of JSR 240 over JMX: thin beans over the container. */
package io.zongji.slee.container.management;
