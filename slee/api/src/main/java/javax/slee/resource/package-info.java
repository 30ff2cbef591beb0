/**
 * The contract between the SLEE and resource adaptors, which turn protocols into activities and events.
 */
package javax.slee.resource;
