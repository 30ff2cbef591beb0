package io.zongji.store.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.TenantId;

/** An agent as set up, with the queues served. */
@Entity
@Table(name = "agent")
public class AgentRow {

    @Id
    @Column(name = "id", length = 64)
    private String id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "job_number", length = 64, nullable = false)
    private String jobNumber;

    @Column(name = "name", length = 200, nullable = false)
    private String name;

    @Column(name = "extension", length = 64, nullable = false)
    private String extension;

    @Column(name = "nickname", length = 200, nullable = false)
    private String nickname = "";

    @Column(name = "email", length = 254, nullable = false)
    private String email = "";

    @Column(name = "mobile", length = 64, nullable = false)
    private String mobile = "";

    @Column(name = "wrap_up_ms")
    private Integer wrapUpMs;

    @Column(name = "auto_sign_in", nullable = false)
    private boolean autoSignIn;

    @Column(name = "auto_answer", nullable = false)
    private boolean autoAnswer;

    @Column(name = "online_right", nullable = false)
    private boolean onlineRight = true;

    @Column(name = "choose_queues", nullable = false)
    private boolean chooseQueues;

    @Column(name = "reset_queues", nullable = false)
    private boolean resetQueues = true;

    @Column(name = "outside_phone", nullable = false)
    private boolean outsidePhone;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "agent_queue", joinColumns = @JoinColumn(name = "agent_id"))
    @MapKeyColumn(name = "queue_id", length = 64)
    @Column(name = "priority", nullable = false)
    private Map<String, Integer> queues = new TreeMap<>();

    /** The queues served, each with its priority: 1 is asked first. */
    public Map<String, Integer> getQueues() {
        return queues;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getJobNumber() {
        return jobNumber;
    }

    public void setJobNumber(String jobNumber) {
        this.jobNumber = jobNumber;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getExtension() {
        return extension;
    }

    public void setExtension(String extension) {
        this.extension = extension;
    }

    /** What customers are told instead of the name; empty when nothing else. */
    public String getNickname() {
        return nickname;
    }

    public void setNickname(String nickname) {
        this.nickname = written(nickname);
    }

    /** Empty when there is none. */
    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = written(email);
    }

    /** A telephone number as it was typed; empty when there is none. */
    public String getMobile() {
        return mobile;
    }

    public void setMobile(String mobile) {
        this.mobile = written(mobile);
    }

    private static String written(String text) {
        return text == null ? "" : text.strip();
    }

    public Integer getWrapUpMs() {
        return wrapUpMs;
    }

    public void setWrapUpMs(Integer wrapUpMs) {
        this.wrapUpMs = wrapUpMs;
    }

    public boolean isAutoSignIn() {
        return autoSignIn;
    }

    public void setAutoSignIn(boolean autoSignIn) {
        this.autoSignIn = autoSignIn;
    }

    /** Whether offered calls connect without a click. */
    public boolean isAutoAnswer() {
        return autoAnswer;
    }

    public void setAutoAnswer(boolean autoAnswer) {
        this.autoAnswer = autoAnswer;
    }

    /** Whether the agent may sign in. */
    public boolean isOnlineRight() {
        return onlineRight;
    }

    public void setOnlineRight(boolean onlineRight) {
        this.onlineRight = onlineRight;
    }

    /** Whether the agent chooses queues at sign-in, where the enterprise leaves it to the agent. */
    public boolean isChooseQueues() {
        return chooseQueues;
    }

    public void setChooseQueues(boolean chooseQueues) {
        this.chooseQueues = chooseQueues;
    }

    /** Whether the agent may have calls rung at a phone outside. */
    public boolean isOutsidePhone() {
        return outsidePhone;
    }

    public void setOutsidePhone(boolean outsidePhone) {
        this.outsidePhone = outsidePhone;
    }

    /** Whether the agent may change queues while signed in. */
    public boolean isResetQueues() {
        return resetQueues;
    }

    public void setResetQueues(boolean resetQueues) {
        this.resetQueues = resetQueues;
    }
}
