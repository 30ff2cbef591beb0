/** The audit log: where the portal's deeds are reported, and how administrators read them. */
package io.zongji.web.audit;
