/**
 * Provisioned data: profiles in profile tables.
 */
package javax.slee.profile;
