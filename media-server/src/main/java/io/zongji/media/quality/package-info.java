/** How well a leg's audio travels, and what a person would say of it (ITU-T G.107). */
package io.zongji.media.quality;
