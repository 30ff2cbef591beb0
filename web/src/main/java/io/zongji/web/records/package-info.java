/** Records of calls, and the audio that belongs to them. */
package io.zongji.web.records;
