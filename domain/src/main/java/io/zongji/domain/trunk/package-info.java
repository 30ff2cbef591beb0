/** Over which trunk a call leaves, and which trunks can be used right now. */
package io.zongji.domain.trunk;
