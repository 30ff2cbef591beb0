package io.zongji.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.LegId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random services and phones: whatever is asked, what must never be heard is not. */
class ConversationModelTest {
    private static final int STEPS = 20_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nobodyHearsWhatTheyMustNot(long seed) {
        Random random = new Random(seed);
        Conversation talk = fresh();
        int legs = 2;
        for (int i = 0; i < STEPS; i++) {
            Party newcomer = newcomer(new LegId("c-" + ++legs), random);
            talk = next(talk, newcomer, random);
            if (talk.isOver()) {
                talk = fresh();
            }
            check(talk);
        }
    }

    private static Conversation next(Conversation talk, Party newcomer, Random random) {
        LegId leg = talk.parties().get(random.nextInt(talk.parties().size())).leg();
        boolean supervisor = newcomer.role() == PartyRole.SUPERVISOR;
        return switch (random.nextInt(13)) {
            case 0 -> talk.hold().after();
            case 1 -> talk.retrieve().after();
            case 2, 3 ->
                supervisor
                        ? talk.join(newcomer).after()
                        : talk.consult(newcomer).after();
            case 4 -> talk.alternate().after();
            case 5 -> talk.reconnect().after();
            case 6 -> talk.conference().after();
            case 7 -> talk.transfer().after();
            case 8 -> supervisor ? talk : talk.singleStepTransfer(newcomer).after();
            case 9 -> talk.left(leg);
            case 10 -> talk.suspended(leg);
            case 11 ->
                talk.changeMode(leg, SupervisorMode.values()[random.nextInt(3)]).after();
            default -> talk.connected(leg);
        };
    }

    private static void check(Conversation talk) {
        Hearing hearing = talk.hearing();
        List<Party> parties = talk.parties();
        assertThat(parties).hasSizeLessThanOrEqualTo(Conversation.MOST_PARTIES);
        assertThat(parties.stream().filter(party -> party.role() == PartyRole.AGENT))
                .hasSize(1);
        for (Party listener : parties) {
            boolean hearsSomebody = false;
            for (Party speaker : parties) {
                boolean hears = hearing.hears(listener.leg(), speaker.leg());
                hearsSomebody |= hears;
                if (hears) {
                    assertThat(speaker.audible() && listener.audible()).isTrue();
                    assertThat(speaker.held()).isFalse();
                    assertThat(listener.held()).isFalse();
                    assertThat(speaker.mode()).isNotEqualTo(SupervisorMode.LISTEN);
                }
                if (hears && speaker.mode() == SupervisorMode.WHISPER) {
                    assertThat(listener.role()).isIn(PartyRole.AGENT, PartyRole.SUPERVISOR);
                }
                if (hears && listener.mode() == null && speaker.mode() == null) {
                    assertThat(hearing.hears(speaker.leg(), listener.leg())).isTrue();
                }
            }
            boolean sound = hearing.music().contains(listener.leg())
                    || hearing.ringing().contains(listener.leg());
            assertThat(sound && hearsSomebody).isFalse();
            if (listener.held() && listener.audible()) {
                assertThat(hearing.music()).contains(listener.leg());
            }
        }
    }

    private static Conversation fresh() {
        return Conversation.between(
                new Party(new LegId("c-1"), PartyRole.CUSTOMER, PartyState.CONNECTED, "", null, false, null),
                new Party(new LegId("c-2"), PartyRole.AGENT, PartyState.CONNECTED, "8001", null, false, null));
    }

    private static Party newcomer(LegId leg, Random random) {
        String device = "90" + leg;
        return random.nextBoolean()
                ? new Party(leg, PartyRole.COLLEAGUE, PartyState.ALERTING, device, null, false, null)
                : new Party(
                        leg,
                        PartyRole.SUPERVISOR,
                        PartyState.ALERTING,
                        device,
                        null,
                        false,
                        SupervisorMode.values()[random.nextInt(3)]);
    }
}
