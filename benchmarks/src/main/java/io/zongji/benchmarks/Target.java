package io.zongji.benchmarks;

/** Something that takes events for activities by number and runs their work, one at a time per activity, in order. */
interface Target extends AutoCloseable {
    void fire(int activity, Work work);

    @Override
    void close();
}
