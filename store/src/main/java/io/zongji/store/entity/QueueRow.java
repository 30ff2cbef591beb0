package io.zongji.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;

/** A queue (skill group) and its rules; prompt lists are separated by commas, times are in milliseconds, 0 is none or no limit. */
@Entity
@Table(name = "queue")
public class QueueRow {

    @Id
    @Column(name = "id", length = 64)
    private String id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "name", length = 200, nullable = false)
    private String name;

    @Column(name = "strategy", length = 32, nullable = false)
    private String strategy = "LONGEST_IDLE";

    @Column(name = "announcement", length = 2000, nullable = false)
    private String announcement = "";

    @Column(name = "music", length = 2000, nullable = false)
    private String music = "";

    @Column(name = "agent_announcement", length = 2000, nullable = false)
    private String agentAnnouncement = "";

    @Column(name = "position_announcement_ms", nullable = false)
    private int positionAnnouncementMs;

    @Column(name = "max_waiting", nullable = false)
    private int maxWaiting;

    @Column(name = "max_wait_ms", nullable = false)
    private int maxWaitMs;

    @Column(name = "offer_timeout_ms", nullable = false)
    private int offerTimeoutMs = 20_000;

    @Column(name = "wrap_up_ms", nullable = false)
    private int wrapUpMs = 10_000;

    @Column(name = "alarm_waiting", nullable = false)
    private int alarmWaiting;

    @Column(name = "alarm_wait_ms", nullable = false)
    private int alarmWaitMs;

    @Column(name = "alarm_nobody_ready_ms", nullable = false)
    private int alarmNobodyReadyMs;

    @Column(name = "announce_agent_number", nullable = false)
    private boolean announceAgentNumber;

    @Column(name = "recorded", nullable = false)
    private boolean recorded = true;

    @Column(name = "recording_days")
    private Integer recordingDays;

    @Column(name = "refuse_without_agents", nullable = false)
    private boolean refuseWithoutAgents;

    @Column(name = "language", length = 35, nullable = false)
    private String language = "zh-CN";

    @Column(name = "missed_offers", nullable = false)
    private int missedOffers = 1;

    @Column(name = "on_transfer_failed", length = 80, nullable = false)
    private String onTransferFailed = "release";

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getStrategy() {
        return strategy;
    }

    public void setStrategy(String strategy) {
        this.strategy = strategy;
    }

    public String getAnnouncement() {
        return announcement;
    }

    public void setAnnouncement(String announcement) {
        this.announcement = announcement;
    }

    public String getMusic() {
        return music;
    }

    public void setMusic(String music) {
        this.music = music;
    }

    public String getAgentAnnouncement() {
        return agentAnnouncement;
    }

    public void setAgentAnnouncement(String agentAnnouncement) {
        this.agentAnnouncement = agentAnnouncement;
    }

    public int getPositionAnnouncementMs() {
        return positionAnnouncementMs;
    }

    public void setPositionAnnouncementMs(int positionAnnouncementMs) {
        this.positionAnnouncementMs = positionAnnouncementMs;
    }

    public int getMaxWaiting() {
        return maxWaiting;
    }

    public void setMaxWaiting(int maxWaiting) {
        this.maxWaiting = maxWaiting;
    }

    public int getMaxWaitMs() {
        return maxWaitMs;
    }

    public void setMaxWaitMs(int maxWaitMs) {
        this.maxWaitMs = maxWaitMs;
    }

    public int getOfferTimeoutMs() {
        return offerTimeoutMs;
    }

    public void setOfferTimeoutMs(int offerTimeoutMs) {
        this.offerTimeoutMs = offerTimeoutMs;
    }

    public int getWrapUpMs() {
        return wrapUpMs;
    }

    public void setWrapUpMs(int wrapUpMs) {
        this.wrapUpMs = wrapUpMs;
    }

    public boolean isAnnounceAgentNumber() {
        return announceAgentNumber;
    }

    public void setAnnounceAgentNumber(boolean announceAgentNumber) {
        this.announceAgentNumber = announceAgentNumber;
    }

    /** Days after which recordings of its calls are deleted; null: the installation's, 0: never. */
    public Integer getRecordingDays() {
        return recordingDays;
    }

    public void setRecordingDays(Integer recordingDays) {
        this.recordingDays = recordingDays;
    }

    public boolean isRecorded() {
        return recorded;
    }

    public void setRecorded(boolean recorded) {
        this.recorded = recorded;
    }

    public boolean isRefuseWithoutAgents() {
        return refuseWithoutAgents;
    }

    public void setRefuseWithoutAgents(boolean refuseWithoutAgents) {
        this.refuseWithoutAgents = refuseWithoutAgents;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    /** How many offers in a row an agent may leave unanswered before being set busy. */
    public int getMissedOffers() {
        return missedOffers;
    }

    public void setMissedOffers(int missedOffers) {
        this.missedOffers = missedOffers;
    }

    public String getOnTransferFailed() {
        return onTransferFailed;
    }

    public void setOnTransferFailed(String onTransferFailed) {
        this.onTransferFailed = onTransferFailed;
    }

    /** As many waiting callers raise an alarm; 0 never do. */
    public int getAlarmWaiting() {
        return alarmWaiting;
    }

    public void setAlarmWaiting(int alarmWaiting) {
        this.alarmWaiting = alarmWaiting;
    }

    /** So long a wait raises an alarm; 0 never does. */
    public int getAlarmWaitMs() {
        return alarmWaitMs;
    }

    public void setAlarmWaitMs(int alarmWaitMs) {
        this.alarmWaitMs = alarmWaitMs;
    }

    /** Nobody ready for so long raises an alarm; 0 never does. */
    public int getAlarmNobodyReadyMs() {
        return alarmNobodyReadyMs;
    }

    public void setAlarmNobodyReadyMs(int alarmNobodyReadyMs) {
        this.alarmNobodyReadyMs = alarmNobodyReadyMs;
    }
}
