package io.zongji.benchmarks;

/** The payload of an event: what its handler does beside its own state. Run by one thread at a time per activity. */
@FunctionalInterface
public interface Work {
    /** @param count how many events the receiving entity has had, this one included */
    void run(int count);
}
