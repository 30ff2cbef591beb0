package io.zongji.benchmarks;

/** Which of a pair is measured. Public because it is a parameter of benchmarks. */
public enum TargetKind {
    SLEE,
    BARE
}
