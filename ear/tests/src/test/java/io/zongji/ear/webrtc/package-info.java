/** Phones in a browser: SIP over WebSocket and WebRTC, with the system's Chromium. */
package io.zongji.ear.webrtc;
