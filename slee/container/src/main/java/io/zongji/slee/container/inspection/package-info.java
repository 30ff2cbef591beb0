/**
 * What a running SLEE tells about itself to operators: plain records, made for one question each. Looking changes nothing,
 * keeps no handler waiting longer than it takes to copy a list, and may be done from any thread.
 */
package io.zongji.slee.container.inspection;
