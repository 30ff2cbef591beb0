/** The portal: pages, and what the browser asks of the server. */
package io.zongji.web;
