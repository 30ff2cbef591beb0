/** What the SLEE needs of WildFly: {@code java:comp} on router threads, and its transaction manager. */
package io.zongji.slee.wildfly;
