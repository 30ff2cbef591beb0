package io.zongji.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.AgentTransition;
import io.zongji.domain.agent.AgentTransitions;
import io.zongji.domain.call.CallStage;
import io.zongji.domain.call.Cause;
import io.zongji.domain.call.ConnectionState;
import io.zongji.domain.call.Outcome;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.trunk.RegistrationState;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.store.audit.AuditAction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private final Words english = Words.in(Locale.ENGLISH);
    private final Words chinese = Words.in(Locale.SIMPLIFIED_CHINESE);

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(chinese.startingWith("").keySet())
                .isEqualTo(english.startingWith("").keySet());
    }

    @Test
    void everyTextIsWrittenInItsLanguage() {
        assertThat(chinese.startingWith("nav.").values())
                .allMatch(text -> text.codePoints().anyMatch(Character::isIdeographic));
        assertThat(english.startingWith("").values())
                .noneMatch(text -> text.codePoints().anyMatch(Character::isIdeographic));
    }

    static Stream<List<String>> whatTheDomainCanSay() {
        return Stream.of(
                keys("state.", AgentState.values()),
                keys("desk.none.", AgentState.values()),
                keys("stage.", CallStage.values()),
                keys("leg.", ConnectionState.values()),
                keys("outcome.", Outcome.values()),
                keys("event.", CallEventType.values()),
                keys("audit.action.", AuditAction.values()),
                keys("trunks.registration.", RegistrationState.Stage.values()),
                Arrays.stream(Cause.values())
                        .map(cause -> "cause." + cause.code())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("whatTheDomainCanSay")
    void whateverTheDomainSaysHasWords(List<String> keys) {
        assertThat(keys).allMatch(english::has);
    }

    @Test
    void everyRefusalOfTheAgentTableIsExplained() {
        Set<String> refusals = Arrays.stream(AgentState.values())
                .flatMap(state -> Arrays.stream(AgentAction.values())
                        .filter(AgentAction::byPerson)
                        .map(action -> AgentTransitions.of(state, action)))
                .filter(AgentTransition.Refuse.class::isInstance)
                .map(transition -> ((AgentTransition.Refuse) transition).reason())
                .collect(Collectors.toSet());
        refusals.add(AgentRequest.PHONE_NOT_REGISTERED);
        refusals.add("the call centre is starting");

        assertThat(refusals)
                .isNotEmpty()
                .allMatch(refusal -> english.has("refusal." + refusal.replaceAll("[^A-Za-z]+", "_")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the registrar refuses with 403",
                "the registrar does not answer",
                "the password for the registrar cannot be read",
                "cannot be sent to",
                "does not answer",
                "refuses with 503",
                "does not answer OPTIONS",
                "answers OPTIONS with 404",
                "is STOPPED",
                "is STARTING",
                "is STOPPING",
                "is INACTIVE",
                "is REMOVED",
                "no media node takes calls",
                "failed when it was activated",
                "is about to stop",
                "cannot be reached",
                "only 12 MB are free, 500 are asked for",
                "the folder cannot be looked at",
                "the last look has not ended yet"
            })
    void problemsOfTheInstallationAreToldInTheReadersLanguage(String problem) {
        String key = "service.problem." + problem.replaceAll("[^A-Za-z]+", "_").replaceAll("_$", "");

        assertThat(english.has(key)).isTrue();
        assertThat(chinese.get(key).codePoints().anyMatch(Character::isIdeographic))
                .isTrue();
    }

    @Test
    void whoeverAsksForAnotherLanguageGetsEnglish() {
        assertThat(Words.supported(Locale.FRENCH)).isEqualTo(Locale.ENGLISH);
        assertThat(Words.supported(Locale.TRADITIONAL_CHINESE)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void aMissingTextShowsItsKeyAndBreaksNothing() {
        assertThat(english.get("no.such.key")).isEqualTo("no.such.key");
    }

    private static List<String> keys(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).toList();
    }
}
