package io.zongji.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zongji.domain.call.CallStage;
import io.zongji.domain.call.Direction;
import io.zongji.domain.live.LiveCall;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A call in progress. Times are ISO 8601, UTC.
 *
 * @param from            the caller's number; empty when withheld
 * @param to              the number that was dialled
 * @param stage           where it stands
 * @param since           since when it stands there
 * @param node            label of the last IVR node; absent when none
 * @param queue           the last queue; absent when none
 * @param waitingSince    since when it waits for an agent; absent when it does not
 * @param agent           who talks or whose phone rings; absent when nobody
 * @param recordingPaused somebody paused the recording, and nobody has resumed it
 * @param legs            in order of appearance, gone ones too
 * @param data            what goes along with the call, names and texts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallView(
        String id,
        Direction direction,
        String from,
        String to,
        CallStage stage,
        String since,
        String started,
        String node,
        String queue,
        String waitingSince,
        String agent,
        boolean recordingPaused,
        List<LegView> legs,
        Map<String, String> data) {

    public static CallView of(LiveCall call) {
        return new CallView(
                call.call().value(),
                call.direction(),
                call.caller(),
                call.dialled(),
                call.stage(),
                Objects.toString(call.stageSince(), null),
                Objects.toString(call.started(), null),
                call.nodeLabel(),
                Objects.toString(call.queue(), null),
                Objects.toString(call.waitingSince(), null),
                Objects.toString(call.agent(), null),
                call.recordingPaused(),
                call.legs().stream()
                        .map(leg -> LegView.of(
                                leg,
                                call.answerable().contains(leg.leg()),
                                call.moves().contains(leg.leg()),
                                call.announcing().contains(leg.leg())))
                        .toList(),
                call.data());
    }
}
