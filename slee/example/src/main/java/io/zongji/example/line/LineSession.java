package io.zongji.example.line;

/** The activity: one connection. Ends when either side closes. Safe for all threads. */
public interface LineSession {
    /** Sends a line; a connection that has gone swallows it, and its activity ends by itself. */
    void send(String text);

    /** Asks for the end: what is sent already still arrives, the activity ends soon after. */
    void close();
}
