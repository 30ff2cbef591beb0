package io.zongji.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of random operations against a naive reference that knows the rules as sentences. A failure names its seed and
 * operation, so it can be run again.
 */
class RoutingModelTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20260105, 20260106})
    void engineKeepsItsPromisesUnderRandomOperations(long seed) {
        RandomTraffic traffic = new RandomTraffic(seed, 8, 3);
        for (int i = 0; i < 2_000; i++) {
            traffic.step(i);
        }
        assertThat(traffic.offers()).as("seed %d made calls at all", seed).isGreaterThan(50);
        traffic.drain();
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void manyAgentsAndQueuesKeepThePromisesToo(long seed) {
        RandomTraffic traffic = new RandomTraffic(seed, 60, 10);
        for (int i = 0; i < 1_000; i++) {
            traffic.step(i);
        }
        traffic.drain();
    }
}
