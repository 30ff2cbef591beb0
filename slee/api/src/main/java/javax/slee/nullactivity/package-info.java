/**
 * Activities that belong to no resource adaptor: channels that SBBs open for themselves.
 */
package javax.slee.nullactivity;
