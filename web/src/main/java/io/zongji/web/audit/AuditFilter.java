package io.zongji.web.audit;

import io.zongji.store.audit.AuditAction;
import java.io.Serializable;
import java.time.Instant;

/**
 * Which lines of the audit log are wanted; a null part wants all.
 *
 * @param login how the name of who did it begins
 * @param about the id of a call, or a part of the subject
 * @param from  the first moment
 * @param until the moment after the last
 */
record AuditFilter(String login, AuditAction action, String about, Instant from, Instant until)
        implements Serializable {}
