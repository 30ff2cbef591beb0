/** The phone in an agent's page: tokens to register with, and the way of its SIP through the portal. */
package io.zongji.web.phone;
