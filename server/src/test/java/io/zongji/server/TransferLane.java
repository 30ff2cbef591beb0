package io.zongji.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.Cause;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.live.LiveCall;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.server.TransferCell.Kind;
import io.zongji.server.TransferCell.Outcome;
import io.zongji.server.TransferCell.Target;
import io.zongji.server.TransferCell.Who;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Three agents, an extension and a mobile of their own, with which one transfer after the other is tried. */
final class TransferLane {

    static final int CUSTOMER = 700;
    static final int FIRST = 1100;
    static final int SECOND = 1500;
    static final int TARGET = 1900;

    private static final Duration RING = Duration.ofMillis(300);

    /** Six lanes share a machine that may have more to do. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestCentre centre;
    private final TransferSetUp.Numbers numbers;
    private final SimulatedPhone first;
    private final SimulatedPhone second;
    private final SimulatedPhone colleague;
    private final SimulatedPhone extension;
    private final SimulatedPhone mobile;
    private final Function<String, SimulatedPhone> carrier;

    private TransferCell cell;
    private String customersNumber;
    private PhoneCall customer;
    private CallId madeCall;
    private int called;
    private IncomingCall firstCall;
    private IncomingCall secondCall;
    private IncomingCall targetCall;
    private OutgoingCall otherCustomer;

    /** @param carrier gives the phone that has a number outside */
    TransferLane(TestCentre centre, TransferSetUp.Numbers numbers, Function<String, SimulatedPhone> carrier) {
        this.centre = centre;
        this.numbers = numbers;
        this.carrier = carrier;
        mobile = carrier.apply(numbers.mobile()).saying(Sound.tone(TARGET));
        first = phone(numbers.extensionOf(numbers.first()), FIRST);
        second = phone(numbers.extensionOf(numbers.second()), SECOND);
        colleague = phone(numbers.extensionOf(numbers.target()), TARGET);
        extension = phone(numbers.extension(), TARGET);
    }

    private SimulatedPhone phone(String number, int tone) {
        return centre.phone(number, numbers.transport())
                .saying(Sound.tone(tone))
                .onCall(AnswerPlan.after(Duration.ZERO));
    }

    /** Tries it; returns what was seen. Whatever fails, the next one begins with free phones. */
    TransferTrace run(TransferCell next) {
        try {
            return tried(next);
        } catch (RuntimeException | AssertionError e) {
            if (customer != null) {
                customer.hangUp();
            }
            List.of(first, second, colleague, extension, mobile).forEach(SimulatedPhone::hangUp);
            throw e;
        }
    }

    private TransferTrace tried(TransferCell next) {
        cell = next;
        customer = null;
        secondCall = null;
        targetCall = null;
        otherCustomer = null;
        prepare();
        begin();
        if (cell.kind() == Kind.REFER) {
            transferrer().refer(numbers.of(cell.target()));
        } else if (cell.kind().byCode()) {
            transferrer().sendDigits((cell.kind().blind() ? "*8" : "*7") + numbers.of(cell.target()) + "#");
        } else {
            Service service = cell.kind().blind() ? Service.SINGLE_STEP_TRANSFER : Service.CONSULT;
            assertThat(ask(service, numbers.of(cell.target()))).isEqualTo(expectedRefusal());
        }
        if (cell.outcome() == Outcome.REFUSED) {
            refused();
        } else if (cell.target() == Target.FLOW) {
            transferrer().awaitEnded(PATIENCE);
            customer.audio().awaitSound(PATIENCE);
            hears(customer);
        } else {
            rung();
        }
        hangUp();
        agentsAreFree();
        return new TransferTrace(cell, numbers, customersNumber, transferrer(), targetCall);
    }

    // Before

    private void prepare() {
        be(numbers.first(), AgentState.IDLE);
        be(numbers.second(), AgentState.IDLE);
        be(numbers.target(), cell.target() == Target.SIGNED_OUT_AGENT ? AgentState.SIGNED_OUT : AgentState.IDLE);
        colleague.onCall(AnswerPlan.after(Duration.ZERO));
        if (cell.target() == Target.BUSY_AGENT) {
            otherCustomer = centre.caller().saying(Sound.tone(CUSTOMER)).call(numbers.targetsLine());
            hears(colleague.awaitRinging(PATIENCE), CUSTOMER);
        }
        targetPhone().onCall(plan());
    }

    private void be(int agent, AgentState state) {
        await(agent + " is " + state).atMost(PATIENCE).until(() -> {
            AgentState now = centre.stateOf(agent);
            if (now == state) {
                return true;
            } else if (state == AgentState.SIGNED_OUT) {
                centre.ask(agent, AgentRequest.Action.SIGN_OUT);
            } else if (now == AgentState.SIGNED_OUT) {
                centre.ask(agent, AgentRequest.Action.SIGN_IN);
            } else {
                centre.ask(agent, AgentRequest.Action.READY);
            }
            return false;
        });
    }

    private AnswerPlan plan() {
        return switch (cell.outcome()) {
            case BUSY -> AnswerPlan.rejectAfter(RING, 486);
            case DECLINED -> AnswerPlan.rejectAfter(RING, 603);
            // Our own phones are rung for a time, those outside say themselves that nobody is there.
            case NO_ANSWER -> cell.target() == Target.OUTSIDE ? AnswerPlan.rejectAfter(RING, 480) : AnswerPlan.manual();
            case CUSTOMER_HANGS_UP -> AnswerPlan.manual();
            default -> AnswerPlan.after(Duration.ZERO);
        };
    }

    private SimulatedPhone targetPhone() {
        return switch (cell.target()) {
            case EXTENSION -> extension;
            case OUTSIDE -> mobile;
            default -> colleague;
        };
    }

    private void begin() {
        if (cell.who() == Who.CALLING_AGENT) {
            callOut();
        } else {
            SimulatedPhone caller = centre.caller().saying(Sound.tone(CUSTOMER));
            customersNumber = caller.account().user();
            customer = caller.call(numbers.line());
            firstCall = first.awaitRinging(PATIENCE);
        }
        customer.audio().keep();
        firstCall.audio().keep();
        hears(customer, FIRST);
        hears(firstCall, CUSTOMER);
        if (cell.who() == Who.SECOND_AGENT) {
            assertThat(ask(numbers.first(), Service.CONSULT, numbers.extensionOf(numbers.second())))
                    .isNull();
            secondCall = second.awaitRinging(PATIENCE);
            secondCall.audio().keep();
            hears(secondCall, FIRST);
            assertThat(ask(numbers.first(), Service.TRANSFER, "")).isNull();
            hears(customer, SECOND);
            hears(secondCall, CUSTOMER);
        }
    }

    /** Each time another customer, by whose number the record is found. */
    private void callOut() {
        customersNumber = numbers.customer(called++);
        SimulatedPhone customersPhone =
                carrier.apply(customersNumber).saying(Sound.tone(CUSTOMER)).onCall(AnswerPlan.after(Duration.ZERO));
        CallDesk.Made made = centre.centre()
                .calls()
                .make(numbers.extensionOf(numbers.first()), customersNumber, null)
                .join();
        assertThat(made.refusal()).isNull();
        madeCall = made.call();
        firstCall = first.awaitRinging(PATIENCE);
        customer = customersPhone.awaitRinging(PATIENCE);
    }

    // The transfer

    private void refused() {
        if (cell.target() == Target.QUEUE_WITHOUT_AGENTS) {
            transferrer().awaitEnded(PATIENCE);
            customer.awaitEnded(PATIENCE);
        } else if (cell.kind() == Kind.BLIND_CODE) {
            customer.awaitEnded(PATIENCE);
            transferrer().awaitEnded(PATIENCE);
        } else {
            if (cell.kind() == Kind.REFER) {
                await("the phone is told").atMost(PATIENCE).until(() -> transferrer().referral().stream()
                        .anyMatch(status -> status >= 400));
            } else if (cell.kind() == Kind.CONSULT_CODE) {
                await("the beep")
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> !transferrer().audio().hears(CUSTOMER));
            }
            theTwoTalk();
        }
    }

    private void rung() {
        targetCall = targetPhone().awaitRinging(PATIENCE);
        targetCall.audio().keep();
        switch (cell.outcome()) {
            case ANSWERED -> answered();
            case TARGET_HANGS_UP -> {
                if (cell.kind().atOnce()) {
                    handedOver();
                } else {
                    consulting();
                }
                targetCall.hangUp();
                comesToNothing();
            }
            case CUSTOMER_HANGS_UP -> {
                customer.hangUp();
                targetCall.awaitEnded(PATIENCE);
                transferrer().awaitEnded(PATIENCE);
            }
            default -> {
                targetCall.awaitEnded(PATIENCE);
                comesToNothing();
            }
        }
    }

    private void answered() {
        if (!cell.kind().atOnce()) {
            consulting();
            if (cell.kind().byCode()) {
                transferrer().hangUp();
            } else {
                assertThat(ask(Service.TRANSFER, "")).isNull();
            }
        }
        handedOver();
    }

    private void consulting() {
        hears(transferrer(), TARGET);
        hears(targetCall, tone());
        hears(customer);
    }

    private void handedOver() {
        transferrer().awaitEnded(PATIENCE);
        hears(customer, TARGET);
        hears(targetCall, CUSTOMER);
    }

    /** A failed consultation brings customer and agent together; after a blind transfer nobody is there for the customer. */
    private void comesToNothing() {
        if (cell.target() == Target.QUEUE) {
            transferrer().awaitEnded(PATIENCE);
            hears(customer);
        } else if (cell.kind().blind() || cell.handsOver()) {
            customer.awaitEnded(PATIENCE);
        } else {
            theTwoTalk();
        }
    }

    private void theTwoTalk() {
        hears(customer, tone());
        hears(transferrer(), CUSTOMER);
    }

    // After

    private void hangUp() {
        customer.hangUp();
        customer.awaitEnded(PATIENCE);
        transferrer().awaitEnded(PATIENCE);
        if (targetCall != null) {
            targetCall.awaitEnded(PATIENCE);
        }
        if (otherCustomer != null) {
            otherCustomer.hangUp();
            otherCustomer.awaitEnded(PATIENCE);
        }
    }

    private void agentsAreFree() {
        for (int agent : List.of(numbers.first(), numbers.second(), numbers.target())) {
            await(agent + " is free").atMost(PATIENCE).until(() -> {
                AgentState state = centre.stateOf(agent);
                return state == AgentState.IDLE || state == AgentState.BUSY || state == AgentState.SIGNED_OUT;
            });
        }
    }

    private IncomingCall transferrer() {
        return cell.who().first() ? firstCall : secondCall;
    }

    private int tone() {
        return cell.who().first() ? FIRST : SECOND;
    }

    private Refusal expectedRefusal() {
        return switch (cell.target()) {
            case BUSY_AGENT -> Refusal.DEVICE_BUSY;
            case UNREGISTERED -> Refusal.DEVICE_UNREACHABLE;
            case UNKNOWN -> Refusal.NO_SUCH_DEVICE;
            default -> null;
        };
    }

    static Cause causeOfRefused(Target target) {
        return switch (target) {
            case BUSY_AGENT -> Cause.BUSY;
            case UNREGISTERED -> Cause.UNREACHABLE;
            default -> Cause.UNALLOCATED_NUMBER;
        };
    }

    private Refusal ask(Service service, String target) {
        return ask(cell.who().first() ? numbers.first() : numbers.second(), service, target);
    }

    private Refusal ask(int agent, Service service, String target) {
        try {
            return centre.centre()
                    .calls()
                    .ask(call(), service, numbers.extensionOf(agent), target)
                    .get(10, TimeUnit.SECONDS)
                    .orElse(null);
        } catch (Exception e) {
            throw new IllegalStateException("the call did not answer", e);
        }
    }

    private CallId call() {
        if (cell.who() == Who.CALLING_AGENT) {
            return madeCall;
        }
        return centre.centre().liveBoard().snapshot().calls().stream()
                .filter(live -> live.caller().equals(customersNumber))
                .map(LiveCall::call)
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the party hears these tones and none of the others. */
    private static void hears(PhoneCall party, Integer... tones) {
        List<Integer> expected = List.of(tones);
        await(party + " hears " + expected)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> List.of(CUSTOMER, FIRST, SECOND, TARGET).stream()
                        .allMatch(tone -> party.audio().hearsAmongOthers(tone) == expected.contains(tone)));
    }
}
