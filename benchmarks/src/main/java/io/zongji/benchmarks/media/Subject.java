package io.zongji.benchmarks.media;

import java.io.IOException;

/** What is measured: it gets the packets of phones and sends them what they are to hear. */
interface Subject extends AutoCloseable {

    /**
     * Sets up all parties.
     *
     * @param phones the port on the loopback address of each phone
     * @return the port that each phone sends to, in their order
     */
    int[] connect(int[] phones) throws IOException;

    @Override
    void close();
}
