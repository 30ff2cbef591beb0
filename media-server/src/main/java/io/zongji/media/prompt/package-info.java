/** Prompts: where their audio comes from, how names become lists of recorded parts, and their encoded form. */
package io.zongji.media.prompt;
