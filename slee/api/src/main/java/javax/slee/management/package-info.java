/** Management: deployment, services, resource adaptor entities, tracing, alarms and usage (JSR 240, chapter 14). */
package javax.slee.management;
