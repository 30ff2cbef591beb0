/** What programs of operators ask: JSON over HTTP below {@code /api}, for administrators. */
package io.zongji.web.api;
