/** Queries that management clients put together at run time (JSR 240, chapter 10). */
package javax.slee.profile.query;
