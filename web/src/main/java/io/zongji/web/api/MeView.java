package io.zongji.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zongji.domain.config.StateReason;
import io.zongji.domain.phone.StandingLegs;
import java.util.List;
import java.util.SortedSet;

/**
 * The one who asks.
 *
 * @param name  of the user, or of the token
 * @param roles what it may do
 * @param agent the agent for whom it acts, with state; absent for none
 * @param reasons why an agent may be busy or at rest
 * @param device  what rings for that agent: an extension or a number outside; absent for none. Others are not told of it
 * @param deviceMode of a device outside: {@code PER_CALL}, or {@code STANDING} when it stays on the line between calls
 * @param standingLeg how it stands with the leg to such a device; absent for none
 * @param callers the numbers that may be shown to those who are called outside
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeView(
        String name,
        SortedSet<String> roles,
        AgentView agent,
        List<Reason> reasons,
        String device,
        String deviceMode,
        StandingLeg standingLeg,
        List<String> callers) {

    /**
     * The leg to a phone outside that stays on the line between calls.
     *
     * @param stage {@code CALLING}, {@code UP}, or {@code DOWN}: it is called again by {@code READY} or {@code CHOOSE_DEVICE}
     * @param why   why it is down, such as {@code busy}; absent else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StandingLeg(StandingLegs.Stage stage, String why) {
        static StandingLeg of(StandingLegs.Status status) {
            return new StandingLeg(status.stage(), status.why().isEmpty() ? null : status.why());
        }
    }

    /**
     * A reason that is set up.
     *
     * @param code    what commands carry
     * @param use     {@code BUSY} or {@code REST}
     * @param chinese how agents who work in Chinese know it
     * @param english the same in English
     */
    public record Reason(String code, String use, String chinese, String english) {
        static Reason of(StateReason reason) {
            return new Reason(reason.code(), reason.use().name(), reason.chinese(), reason.english());
        }
    }
}
