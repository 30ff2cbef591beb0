package io.zongji.store.demo;

import io.zongji.domain.FlowId;
import io.zongji.domain.QueueId;
import io.zongji.domain.calendar.Period;
import io.zongji.domain.calendar.ServiceTime;
import io.zongji.domain.flow.Flow;
import io.zongji.domain.flow.FlowNode;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The demo's IVR flows. Prompts are names that the media server brings. */
final class DemoFlows {

    static final QueueId SUPPORT = new QueueId("support");
    static final FlowId HOTLINE = new FlowId("hotline");
    static final FlowId AFTER_HOURS = new FlowId("after-hours");
    static final FlowId DIRECT = new FlowId("direct");

    private DemoFlows() {}

    /** Open around the clock, so that the demo works at any hour; the hours are there to be changed. */
    static Flow hotline() {
        return menuWithHours(
                HOTLINE, "热线 Hotline", ServiceTime.standard(null, Set.of(DayOfWeek.values()), List.of(Period.ALL_DAY)));
    }

    /** The same flow at night: no day has any hours, so every caller hears the hours and may leave a message. */
    static Flow afterHours() {
        return menuWithHours(AFTER_HOURS, "下班后 After hours", ServiceTime.custom(null, Map.of()));
    }

    private static Flow menuWithHours(FlowId id, String name, ServiceTime hours) {
        return Flow.of(
                id,
                name,
                1,
                List.of(
                        new FlowNode.Start("start", "开始", "welcome"),
                        new FlowNode.Play("welcome", "欢迎", List.of("welcome"), true, "hours"),
                        new FlowNode.ServiceHours("hours", "服务时间", hours, "menu", "closed"),
                        new FlowNode.Menu(
                                "menu",
                                "主菜单",
                                List.of("menu"),
                                List.of("menu-timeout"),
                                List.of("menu-error"),
                                FlowNode.Menu.USUAL_MAX_ERRORS,
                                FlowNode.Menu.USUAL_TIMEOUT,
                                Map.of("1", "agent", "2", "message")),
                        new FlowNode.ToAgent("agent", "转人工客服", SUPPORT, 0, "full"),
                        new FlowNode.Play("full", "队列已满", List.of("queue-full"), true, "message"),
                        new FlowNode.Play("closed", "非服务时间", List.of("closed"), true, "message"),
                        new FlowNode.Voicemail(
                                "message",
                                "留言",
                                List.of("voicemail", "beep"),
                                FlowNode.Voicemail.USUAL_MAX_DURATION,
                                FlowNode.Voicemail.USUAL_MAX_SILENCE,
                                "goodbye"),
                        new FlowNode.Play("goodbye", "再见", List.of("goodbye"), false, "end"),
                        new FlowNode.End("end", "结束")));
    }

    /** Straight to the queue. */
    static Flow direct() {
        return Flow.of(
                DIRECT,
                "直接排队 Straight to the queue",
                1,
                List.of(
                        new FlowNode.Start("start", "开始", "agent"),
                        new FlowNode.ToAgent("agent", "转人工客服", SUPPORT, 0, "goodbye"),
                        new FlowNode.Play("goodbye", "再见", List.of("goodbye"), false, "end"),
                        new FlowNode.End("end", "结束")));
    }
}
