/** Puts the parts together and starts and stops them. */
package io.zongji.server;
