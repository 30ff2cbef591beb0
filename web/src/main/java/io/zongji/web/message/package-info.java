/** Messages of supervisors to agents: sent once, shown until they are read. */
package io.zongji.web.message;
