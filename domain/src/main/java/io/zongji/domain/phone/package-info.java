/** How the phone in a signed-in user's page proves whose it is. */
package io.zongji.domain.phone;
