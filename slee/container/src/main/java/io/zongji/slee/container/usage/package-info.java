/** Usage parameters: counters and samples of SBBs, RA entities and profile tables, in an unnamed and in named sets. */
package io.zongji.slee.container.usage;
