/** Activity contexts: tables by source, attachments, attributes, references, and the mailbox of each context's events. */
package io.zongji.slee.container.activity;
