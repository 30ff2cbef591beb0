/**
 * The activity that stands for a running service.
 */
package javax.slee.serviceactivity;
