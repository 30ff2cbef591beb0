package io.zongji.ra.media.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.ra.media.adaptor.MediaNodeStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A new call goes where most room is left, and nowhere that does not want it. */
class NodeChoiceTest {
    private static final MediaNodeStatus HALF_FULL = new MediaNodeStatus("half", true, false, 50, 50);

    @Test
    void mostRoomInProportionCounts() {
        MediaNodeStatus bigger = new MediaNodeStatus("bigger", true, false, 100, 900);

        assertThat(NodeChoice.of(List.of(HALF_FULL, bigger))).contains(bigger);
    }

    @Test
    void whoIsNotThereOrIsLeavingOrFullGetsNothing() {
        MediaNodeStatus gone = new MediaNodeStatus("gone", false, false, 0, 100);
        MediaNodeStatus leaving = new MediaNodeStatus("leaving", true, true, 0, 100);
        MediaNodeStatus full = new MediaNodeStatus("full", true, false, 100, 0);

        assertThat(NodeChoice.of(List.of(gone, leaving, full, HALF_FULL))).contains(HALF_FULL);
        assertThat(NodeChoice.of(List.of(gone, leaving, full))).isEmpty();
    }
}
