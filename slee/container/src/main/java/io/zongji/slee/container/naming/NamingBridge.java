package io.zongji.slee.container.naming;

import javax.naming.Context;

/**
 * Makes {@code java:comp/env} on the calling thread that of the component whose code is about to run. Calls nest and
 * come in pairs, around every callback; they must be cheap.
 */
public interface NamingBridge {
    /** The environment ({@code java:comp}) of the calling thread until the matching {@link #pop}. */
    void push(Context comp);

    void pop();

    /** For a SLEE whose components look up nothing. */
    static NamingBridge none() {
        return new NamingBridge() {
            @Override
            public void push(Context comp) {}

            @Override
            public void pop() {}
        };
    }
}
