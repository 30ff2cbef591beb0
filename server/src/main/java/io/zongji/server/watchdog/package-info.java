/** Compares what the parts of the call centre say about agents, calls and legs, and repairs what differs for long. */
package io.zongji.server.watchdog;
