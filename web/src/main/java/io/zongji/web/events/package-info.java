/**
 * The line on which programs hear what happens and ask for it: one WebSocket each. What comes is described in
 * {@code docs/asyncapi.yaml}.
 */
package io.zongji.web.events;
