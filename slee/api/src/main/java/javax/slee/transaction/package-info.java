/**
 * Transactions as resource adaptors see them.
 * The JTA types are those of {@code jakarta.transaction}, where the published API has {@code javax.transaction}.
 */
package javax.slee.transaction;
