/** What all services share: the base class of SBBs and the journal of one call. */
package io.zongji.sbb;
