package io.zongji.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void namesTheFieldThatIsWrong() {
        assertThat(Problem.of(400, "limit: from 1 to 1000, not 0").field()).isEqualTo("limit");
        assertThat(Problem.of(404, "call: nothing").field()).isNull();
        assertThat(Problem.of(400, "The body is no JSON").field()).isNull();
    }

    @Test
    void aRefusalIsOneWordForProgramsAndASentenceForPeople() {
        Problem known = Problem.refusal(409, "alreadyHeld");
        assertThat(known.code()).isEqualTo("alreadyHeld");
        assertThat(known.problem()).isEqualTo("The customer is on hold already.");

        Problem inWords = Problem.refusal(409, "not signed in");
        assertThat(inWords.code()).isEqualTo("notSignedIn");
        assertThat(inWords.problem()).isEqualTo("You are not signed in. Sign in first.");
    }

    @Test
    void aStatusWithoutACodeOfItsOwnHasOneStill() {
        assertThat(Problem.of(429, "Slow down").code()).isEqualTo("refused");
        assertThat(Problem.of(503, null).code()).isEqualTo("failed");
    }
}
