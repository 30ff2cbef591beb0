package io.zongji.slee.testkit.stub;

/** A checked exception of the SLEE endpoint. */
public final class StubFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StubFailure(Exception cause) {
        super(cause.toString(), cause);
    }
}
