/** The portal in a real browser, with real calls behind it. */
package io.zongji.ear.portal;
