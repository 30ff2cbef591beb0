/** The media server as a process of its own: its settings, its start and its end. */
package io.zongji.node;
