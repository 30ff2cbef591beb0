package io.zongji.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.SortedSet;

/**
 * The one who asks.
 *
 * @param name  of the user, or of the token
 * @param roles what it may do
 * @param agent the agent for whom it acts, with state; absent for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeView(String name, SortedSet<String> roles, AgentView agent) {}
