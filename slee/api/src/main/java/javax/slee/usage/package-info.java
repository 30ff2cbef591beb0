/**
 * Counters and samples of components, and their management.
 */
package javax.slee.usage;
