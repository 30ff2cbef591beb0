/** Who a program is that asks: tokens, what they allow, and the web pages that may use them. */
package io.zongji.web.access;
