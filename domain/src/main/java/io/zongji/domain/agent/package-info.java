/** The states of an agent and the fixed table of what leads from one to the other. */
package io.zongji.domain.agent;
