package io.zongji.domain.config;

import java.util.Objects;

/**
 * What admission needs to know of an INVITE that opens a call.
 *
 * @param sourceAddress the literal address that the packet came from
 * @param sourcePort    its port
 * @param fromUser      user part of From (or of P-Asserted-Identity from a trusted trunk); may be empty
 * @param requestUser   user part of the Request-URI: the number dialled, or a contact of ours; may be empty
 * @param toUser        user part of To; may be empty
 * @param verifiedUser  the digest user whose credentials were checked and are right; null when none were sent
 */
public record IncomingInvite(
        String sourceAddress, int sourcePort, String fromUser, String requestUser, String toUser, String verifiedUser) {
    public IncomingInvite {
        Objects.requireNonNull(sourceAddress, "sourceAddress");
        Objects.requireNonNull(fromUser, "fromUser");
        Objects.requireNonNull(requestUser, "requestUser");
        Objects.requireNonNull(toUser, "toUser");
    }
}
