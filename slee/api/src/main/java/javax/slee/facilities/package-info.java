/**
 * The services that the SLEE itself offers to SBBs, profiles and resource adaptors.
 */
package javax.slee.facilities;
