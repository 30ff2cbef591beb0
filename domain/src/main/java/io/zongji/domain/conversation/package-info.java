/** The parties of a call that talk, who of them hears whom, and the services of CSTA that change it. */
package io.zongji.domain.conversation;
