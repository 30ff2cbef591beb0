package io.zongji.media.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EModelTest {
    @Test
    void aPerfectLineHasTheBestScoreOfATelephone() {
        assertThat(EModel.opinionScore(EModel.rating(0, 0))).isCloseTo(4.41, within(0.01));
    }

    /** Values of G.107, table B.1: a rating of 80 is 4.03, of 60 is 3.10, of 50 is 2.58. */
    @Test
    void scoresFollowTheRecommendation() {
        assertThat(EModel.opinionScore(80)).isCloseTo(4.03, within(0.01));
        assertThat(EModel.opinionScore(60)).isCloseTo(3.10, within(0.01));
        assertThat(EModel.opinionScore(50)).isCloseTo(2.58, within(0.01));
        assertThat(EModel.opinionScore(-5)).isEqualTo(1);
    }

    @Test
    void lossAndDelayMakeItWorseAndNeverBetter() {
        double last = EModel.rating(0, 0);
        for (double loss = 0.01; loss <= 1; loss += 0.01) {
            double rating = EModel.rating(loss, 0);
            assertThat(rating).isLessThan(last).isNotNegative();
            last = rating;
        }
        assertThat(EModel.rating(0, 150)).isCloseTo(89.6, within(0.1));
        assertThat(EModel.rating(0, 400)).isBetween(55.0, 65.0);
    }

    @Test
    void theWorseDirectionDecides() {
        StreamQuality good = StreamQuality.of(1000, 0, 1000, 0L, 1000, 0, 0, 20.0);
        StreamQuality heardBadly = StreamQuality.of(1000, 0, 1000, 100L, 1000, 0, 0, 20.0);
        StreamQuality saidBadly = StreamQuality.of(900, 100, 1000, 0L, 1000, 0, 0, 20.0);

        assertThat(good.opinionScore()).isGreaterThan(4.3);
        assertThat(heardBadly.opinionScore()).isLessThan(3.5);
        assertThat(saidBadly.opinionScore()).isEqualTo(heardBadly.opinionScore());
    }

    @Test
    void nothingCarriedHasNoScore() {
        assertThat(StreamQuality.of(0, 0, 50, null, 0, 0, 0, null).opinionScore())
                .isNull();
    }
}
