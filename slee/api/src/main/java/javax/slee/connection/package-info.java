/**
 * How code outside the SLEE, such as a web application, fires events into it.
 * The exception type is the one of {@code jakarta.resource}, where the published API has {@code javax.resource}.
 */
package javax.slee.connection;
