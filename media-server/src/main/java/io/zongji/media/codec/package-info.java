/** Audio codecs as tables: G.711 A-law and µ-law (ITU-T G.711), and resampling of prompts. */
package io.zongji.media.codec;
