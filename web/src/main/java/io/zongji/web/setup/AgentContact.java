package io.zongji.web.setup;

import io.zongji.store.entity.AgentRow;

/**
 * How an agent is known and reached beside name and extension; each is empty where there is nothing to say.
 *
 * @param nickname what customers are told instead of the name
 * @param mobile   a telephone number as people write it
 */
public record AgentContact(String nickname, String email, String mobile) {
    /** Nothing is known. */
    static final AgentContact NONE = new AgentContact("", "", "");

    // Pages read properties, which records do not have.

    public String getNickname() {
        return nickname;
    }

    public String getEmail() {
        return email;
    }

    public String getMobile() {
        return mobile;
    }

    void putInto(AgentRow agent) {
        agent.setNickname(nickname);
        agent.setEmail(email);
        agent.setMobile(mobile);
    }
}
