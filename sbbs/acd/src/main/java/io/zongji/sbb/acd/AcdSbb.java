package io.zongji.sbb.acd;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.NextStateEvent;
import io.zongji.domain.routing.Decision;
import io.zongji.domain.routing.OfferFailure;
import io.zongji.domain.routing.RestRules;
import io.zongji.domain.routing.RoutingEngine;
import io.zongji.domain.routing.WaitingTask;
import io.zongji.sbb.events.AgentEngaged;
import io.zongji.sbb.events.AgentMoved;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.sbb.events.ConversationEnded;
import io.zongji.sbb.events.DeviceStateChanged;
import io.zongji.sbb.events.EngagementDecided;
import io.zongji.sbb.events.OfferAccepted;
import io.zongji.sbb.events.OfferAnswered;
import io.zongji.sbb.events.OfferFailed;
import io.zongji.sbb.events.OfferMade;
import io.zongji.sbb.events.OfferPickedUp;
import io.zongji.sbb.events.OfferWithdrawn;
import io.zongji.sbb.events.PositionAsked;
import io.zongji.sbb.events.StandingLegChanged;
import io.zongji.sbb.events.TaskQueued;
import io.zongji.sbb.events.TaskRejected;
import io.zongji.sbb.events.TaskSubmitted;
import io.zongji.sbb.events.TaskWithdrawn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.slee.ActivityContextInterface;
import javax.slee.RolledBackContext;
import javax.slee.facilities.TimerEvent;
import javax.slee.serviceactivity.ServiceStartedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queues and agents of the call centre: one entity. It translates what calls, phones and the portal say into the
 * {@link RoutingEngine}'s words, and the engine's decisions into events to calls and entries of the journal.
 */
public abstract class AcdSbb extends AcdPhones {

    private static final Logger log = LoggerFactory.getLogger(AcdSbb.class);

    public void onServiceStarted(ServiceStartedEvent event, ActivityContextInterface activity) {
        openOnce();
        begin();
        Configuration configuration = store().configuration();
        for (Agent agent : configuration.agents()) {
            if (agent.autoSignIn() && hasFixedPhone(configuration, agent)) {
                ask(engine -> engine.deviceBack(agent.id(), "phone at a fixed address", now()));
            }
        }
    }

    public void onTaskSubmitted(TaskSubmitted event, ActivityContextInterface activity) {
        begin();
        WaitingTask task = new WaitingTask(
                event.task(), event.call(), event.queue(), event.priority(), event.since(), event.attributes());
        ask(engine -> engine.submit(task, now()));
    }

    public void onTaskWithdrawn(TaskWithdrawn event, ActivityContextInterface activity) {
        begin();
        ask(engine -> engine.withdraw(event.task(), "the caller left", now()));
    }

    public void onPositionAsked(PositionAsked event, ActivityContextInterface activity) {
        getAcd().engine()
                .position(event.task())
                .ifPresent(position -> toCall(
                        event.call(),
                        call -> fireTaskQueued(new TaskQueued(event.task(), position, null), call, null)));
    }

    public void onOfferPickedUp(OfferPickedUp event, ActivityContextInterface activity) {
        begin();
        ask(engine -> engine.offerPickedUp(event.task(), event.agent(), now()));
    }

    public void onOfferAnswered(OfferAnswered event, ActivityContextInterface activity) {
        begin();
        ask(engine -> engine.offerAnswered(event.task(), event.agent(), now()));
    }

    public void onOfferFailed(OfferFailed event, ActivityContextInterface activity) {
        begin();
        ask(engine -> engine.offerFailed(event.task(), event.agent(), OfferFailure.of(event.cause()), now()));
    }

    public void onConversationEnded(ConversationEnded event, ActivityContextInterface activity) {
        begin();
        giveBack(event);
    }

    private void giveBack(ConversationEnded event) {
        ask(engine -> event.unheard()
                ? engine.releasedUnheard(event.agent(), event.call(), now())
                : engine.released(event.agent(), event.call(), event.talked(), "call ended", now()));
    }

    /** A call wants to ring an agent itself. Who is not signed in gets no calls of queues, and may be rung. */
    public void onAgentEngaged(AgentEngaged event, ActivityContextInterface activity) {
        begin();
        String refusal = refusalIn(
                ask(engine -> engine.engage(event.agent(), event.call(), event.there(), "asked by a call", now())));
        boolean granted = refusal == null;
        EngagementDecided decided = new EngagementDecided(event.agent(), granted, event.request());
        if (!toCall(event.call(), call -> fireEngagementDecided(decided, call, null))) {
            event.request().reply().done(Refusal.NO_SUCH_CALL);
            ask(engine -> engine.released(event.agent(), event.call(), false, "the call is gone", now()));
        }
    }

    public void onAgentMoved(AgentMoved event, ActivityContextInterface activity) {
        begin();
        ask(engine -> engine.changedCall(event.agent(), event.from(), event.to(), "goes on in another call", now()));
    }

    public void onDeviceStateChanged(DeviceStateChanged event, ActivityContextInterface activity) {
        begin();
        store().configuration().devices().agentAt(event.extension()).ifPresent(agent -> {
            if (event.registered()) {
                ask(engine -> engine.deviceBack(agent.id(), "phone registered", now()));
                watchPhone(agent.id());
            } else {
                ask(engine -> engine.deviceLost(agent.id(), "phone gone", now()));
            }
        });
    }

    public void onStandingLegChanged(StandingLegChanged event, ActivityContextInterface activity) {
        begin();
        AgentId agent = event.agent();
        if (standingNumber(agent).isPresent()) {
            ask(engine -> event.there()
                    ? engine.deviceBack(agent, event.reason(), now())
                    : engine.deviceLost(agent, event.reason(), now()));
        }
    }

    public void onAgentRequest(AgentRequest event, ActivityContextInterface activity) {
        openOnce();
        if (!activity.equals(getOwnActivity())) {
            activity.detach(context().getSbbLocalObject());
        }
        begin();
        boolean needsPhone =
                event.action() == AgentRequest.Action.SIGN_IN || event.action() == AgentRequest.Action.CHOOSE_DEVICE;
        if (needsPhone && !isReachable(event.agent())) {
            event.reply().done(AgentRequest.PHONE_NOT_REGISTERED);
            return;
        }
        String notPermitted = RequestCheck.refusal(event, store().configuration());
        if (notPermitted != null) {
            event.reply().done(notPermitted);
            return;
        }
        String refusal = refusalIn(ask(engine -> answer(engine, event)));
        if (event.action() == AgentRequest.Action.CHOOSE_DEVICE) {
            watchPhone(event.agent());
        } else if (event.action() == AgentRequest.Action.READY) {
            keepStandingLeg(event.agent());
        }
        if (event.action() == AgentRequest.Action.RESTORE && !isThere(event.agent())) {
            ask(engine -> engine.deviceLost(event.agent(), "phone not registered", now()));
        }
        event.reply().done(refusal);
    }

    private List<Decision> answer(RoutingEngine engine, AgentRequest event) {
        String reason = event.reason();
        return switch (event.action()) {
            case SIGN_IN ->
                engine.signIn(
                        event.agent(),
                        store().configuration().settings().stateAfterSignIn(),
                        event.queues(),
                        isThere(event.agent()),
                        reason,
                        now());
            case CHOOSE_QUEUES -> engine.chooseQueues(event.agent(), event.queues(), now());
            case CHOOSE_DEVICE -> engine.deviceChosen(event.agent(), isThere(event.agent()), now());
            case SIGN_OUT -> engine.signOut(event.agent(), reason, now());
            case READY -> engine.action(event.agent(), AgentAction.READY, null, reason, now());
            case BUSY -> engine.action(event.agent(), AgentAction.BUSY, null, reason, now());
            case REST -> engine.action(event.agent(), AgentAction.REST, null, reason, now());
            case WRAP_UP_DONE -> engine.wrapUpDone(event.agent(), now());
            case EXTEND_WRAP_UP -> engine.extendWrapUp(event.agent(), now());
            case PAGE_LOST -> engine.pageLost(event.agent(), "page gone", now());
            case PAGE_BACK -> engine.pageBack(event.agent(), "page back", now());
            case RESTORE -> engine.restore(event.agent(), event.state(), event.queues(), reason, event.since(), now());
        };
    }

    private static String refusalIn(List<Decision> decisions) {
        return decisions.stream()
                .filter(Decision.ActionRefused.class::isInstance)
                .map(Decision::reason)
                .findFirst()
                .orElse(null);
    }

    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        begin();
        timerFired();
        ask(engine -> engine.tick(now()));
    }

    /** The engine forgets what the failed transaction asked of it; nobody may be left waiting for what was lost with it. */
    @Override
    public void sbbRolledBack(RolledBackContext context) {
        log.error("The ACD could not handle {}", context.getEvent());
        if (context.getEvent() instanceof AgentRequest request) {
            request.reply().done(AgentRequest.UNAVAILABLE);
        }
        if (getAcd() == null) {
            return;
        }
        getAcd().takeBack();
        begin();
        if (context.getEvent() instanceof ConversationEnded lost) {
            giveBack(lost);
        } else if (context.getEvent() instanceof AgentMoved lost) {
            ask(engine -> engine.changedCall(lost.agent(), lost.from(), lost.to(), "goes on in another call", now()));
        } else if (context.getEvent() instanceof TaskWithdrawn lost) {
            ask(engine -> engine.withdraw(lost.task(), "the caller left", now()));
        } else if (context.getEvent() instanceof TaskSubmitted lost) {
            TaskRejected rejected = new TaskRejected(lost.task(), Cause.TEMPORARY_FAILURE);
            toCall(lost.call(), call -> fireTaskRejected(rejected, call, null));
        } else if (context.getEvent() instanceof AgentEngaged lost) {
            EngagementDecided refused = new EngagementDecided(lost.agent(), false, lost.request());
            toCall(lost.call(), call -> fireEngagementDecided(refused, call, null));
        }
    }

    /** Before each event: the engine knows the set-up of this moment. */
    private void begin() {
        getAcd().begin();
        Configuration configuration = store().configuration();
        if (configuration.version() != getConfigurationVersion()) {
            setConfigurationVersion(configuration.version());
            ask(engine -> engine.configure(
                    configuration.queues(), configuration.agents(), RestRules.of(configuration), now()));
        }
    }

    private List<Decision> ask(Function<RoutingEngine, List<Decision>> question) {
        List<Decision> decisions = getAcd().ask(question);
        List<Function<RoutingEngine, List<Decision>>> afterwards = new ArrayList<>();
        for (Decision decision : decisions) {
            log.debug("{}", decision);
            carryOut(decision, afterwards);
        }
        armTimer(getAcd().engine().nextDeadline());
        afterwards.forEach(this::ask);
        return decisions;
    }

    /**
     * @param afterwards takes what is to be asked once all of these decisions are carried out: what is decided then is
     *                   newer, and calls must hear of it later
     */
    private void carryOut(Decision decision, List<Function<RoutingEngine, List<Decision>>> afterwards) {
        if (decision instanceof Decision.Offer offer) {
            OfferMade made = new OfferMade(offer.task(), offer.agent(), offer.trace());
            if (!toCall(offer.call(), call -> fireOfferMade(made, call, null))) {
                afterwards.add(engine -> engine.withdraw(offer.task(), "the call is gone", now()));
            }
        } else if (decision instanceof Decision.WithdrawOffer withdrawn) {
            OfferWithdrawn stop = new OfferWithdrawn(withdrawn.task(), withdrawn.agent(), withdrawn.cause());
            toCall(withdrawn.call(), call -> fireOfferWithdrawn(stop, call, null));
        } else if (decision instanceof Decision.Queued queued) {
            TaskQueued waits = new TaskQueued(queued.task(), queued.position(), queued.trace());
            toCall(queued.call(), call -> fireTaskQueued(waits, call, null));
        } else if (decision instanceof Decision.Connect connect) {
            OfferAccepted accepted = new OfferAccepted(connect.task(), connect.agent());
            if (!toCall(connect.call(), call -> fireOfferAccepted(accepted, call, null))) {
                afterwards.add(engine -> engine.released(connect.agent(), connect.call(), "the call is gone", now()));
            }
        } else if (decision instanceof Decision.Reject reject) {
            toCall(
                    reject.call(),
                    call -> fireTaskRejected(
                            new TaskRejected(reject.task(), reject.why().cause()), call, null));
        } else if (decision instanceof Decision.AgentStateChanged changed) {
            store().append(new AgentEvent(
                    changed.agent(), changed.to(), changed.reason(), changed.at(), changed.call()));
            if (changed.from().signedIn() != changed.to().signedIn()) {
                watchPhone(changed.agent());
            }
        } else if (decision instanceof Decision.StateReserved reserved) {
            store().append(new NextStateEvent(reserved.agent(), reserved.next(), reserved.reason(), reserved.at()));
        }
    }
}
