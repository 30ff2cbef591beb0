package io.zongji.ra.media.adaptor;

/**
 * What is known of a media node.
 *
 * @param name        where it is controlled, {@code host:port}
 * @param up          whether it answers
 * @param draining    takes no new calls, since it is about to stop
 * @param connections of everybody who uses it
 * @param freePorts   how many more connections it could have
 */
public record MediaNodeStatus(String name, boolean up, boolean draining, int connections, int freePorts) {

    /** Whether a new call can be placed there. */
    public boolean takesCalls() {
        return up && !draining && freePorts > 0;
    }
}
