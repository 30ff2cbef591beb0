/** What the browser is told while a page is open, and what agents ask from it: one WebSocket a page. */
package io.zongji.web.push;
