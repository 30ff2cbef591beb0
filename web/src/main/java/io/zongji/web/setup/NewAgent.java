package io.zongji.web.setup;

import io.zongji.domain.phone.Pin;
import java.util.List;

/**
 * An agent as a file describes one.
 *
 * @param number        the job number, also the name to sign in with
 * @param leader        whether the agent leads the agents of the own queues
 * @param phonePassword of the SIP phone
 * @param loginPassword for the portal
 * @param queues        ids of the queues served
 * @param generated     whether a password was made up, so that somebody has to be told
 * @param pin           for signing in at any phone; null for none
 */
public record NewAgent(
        String number,
        String name,
        String extension,
        String phonePassword,
        String loginPassword,
        List<String> queues,
        AgentContact contact,
        boolean leader,
        boolean generated,
        Pin pin) {
    public NewAgent {
        queues = List.copyOf(queues);
    }

    @Override
    public String toString() {
        return "NewAgent " + number;
    }

    // Pages read properties, which records do not have.

    public String getNumber() {
        return number;
    }

    public String getName() {
        return name;
    }

    public String getExtension() {
        return extension;
    }

    public String getPhonePassword() {
        return phonePassword;
    }

    public String getLoginPassword() {
        return loginPassword;
    }

    public List<String> getQueues() {
        return queues;
    }

    public AgentContact getContact() {
        return contact;
    }

    public boolean isLeader() {
        return leader;
    }

    public boolean isGenerated() {
        return generated;
    }
}
