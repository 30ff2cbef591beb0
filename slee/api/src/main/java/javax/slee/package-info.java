/**
 * The heart of the JAIN SLEE 1.1 API (JSR 240): service building blocks, activity contexts,
 * addresses and component identifiers. The types are declared from the published signatures; the
 * words are ours.
 */
package javax.slee;
