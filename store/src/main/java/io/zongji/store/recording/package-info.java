/**
 * Recordings after they were written: where their files are kept, opened for listening, checked, and deleted when their time
 * is over.
 */
package io.zongji.store.recording;
