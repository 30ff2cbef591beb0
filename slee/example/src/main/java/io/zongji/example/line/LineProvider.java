package io.zongji.example.line;

/** The resource adaptor interface, bound where {@code sbb-jar.xml} says. */
public interface LineProvider {
    /** How many connections are up. */
    int sessions();
}
