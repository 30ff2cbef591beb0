/** The JNDI environment of components, and the way it gets onto the threads that run them. */
package io.zongji.slee.container.naming;
