/** How long agents were in each state, for people and programs; counted from the changes of state in the journal. */
package io.zongji.web.times;
