/** The archive in a real WildFly, tried from outside and from inside, and the rules of architecture. */
package io.zongji.ear;
