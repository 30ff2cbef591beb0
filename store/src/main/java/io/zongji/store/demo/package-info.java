/** What a new installation begins with: users, agents, a queue, flows and numbers to try everything out. */
package io.zongji.store.demo;
