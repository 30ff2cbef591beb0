/** What administrators set up in the portal: queues, agents, numbers, flows, trunks and users. */
package io.zongji.web.setup;
