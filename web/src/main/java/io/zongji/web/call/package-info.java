/** What people at their screens, and programs for them, ask of calls that are up. */
package io.zongji.web.call;
