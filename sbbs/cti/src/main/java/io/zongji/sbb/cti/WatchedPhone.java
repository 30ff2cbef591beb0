package io.zongji.sbb.cti;

import io.zongji.ra.sip.Flow;
import io.zongji.sbb.events.PhoneWatched;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The phone of an agent who is signed in: asked again and again whether it is there, since a phone that died does not say so,
 * and its registration lasts for minutes. Half the interval after a question without an answer it is asked once more, and half
 * an interval later it is lost: found out after twice the interval at most. It stays registered and is asked further, so that
 * it is back as soon as it answers. The loss of a page's connection is noticed without questions.
 */
public abstract class WatchedPhone extends PhoneBinding {

    private static final Logger log = LoggerFactory.getLogger(RegistrarSbb.class);
    private static final int UNANSWERED_WHEN_LOST = 2;

    public abstract boolean getWatched();

    public abstract void setWatched(boolean watched);

    /** The question that has no answer yet; null when there is none. */
    public abstract ActivityContextInterface getQuestion();

    public abstract void setQuestion(ActivityContextInterface question);

    /** When the next question is due, whether or not the last one is answered. */
    public abstract TimerID getProbeTimer();

    public abstract void setProbeTimer(TimerID timer);

    /** How many questions in a row had no answer. */
    public abstract int getUnanswered();

    public abstract void setUnanswered(int questions);

    /** The ACD was told that the phone is gone, though it is registered. */
    public abstract boolean getSilent();

    public abstract void setSilent(boolean silent);

    public void onPhoneWatched(PhoneWatched event, ActivityContextInterface activity) {
        if (event.on() == getWatched()) {
            return;
        }
        long interval = store().phones().probe().toMillis();
        if (!event.on()) {
            stopAsking();
        } else if (interval > 0 && contact() != null) {
            setWatched(true);
            // Agents sign in all at once when the shift begins; their phones are not to be asked all at once.
            askIn(getSilent() ? 0 : ThreadLocalRandom.current().nextLong(interval));
        }
    }

    private void askIn(long millis) {
        setProbeTimer(startTimer(store().clock().millis() + millis));
    }

    @Override
    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        if (!event.getTimerID().equals(getProbeTimer())) {
            super.onTimer(event, activity);
        } else if (getWatched() && contact() != null) {
            noteSilence();
            askNow();
        }
    }

    private void noteSilence() {
        if (getQuestion() == null) {
            return;
        }
        endQuestion();
        setUnanswered(getUnanswered() + 1);
        if (getUnanswered() >= UNANSWERED_WHEN_LOST && !getSilent()) {
            setSilent(true);
            log.info("Extension {} is gone: it does not answer any more", extension());
            tellAcd(extension(), false);
        }
    }

    private void askNow() {
        long interval = store().phones().probe().toMillis();
        if (getConnection() != null) {
            askIn(interval);
            return;
        }
        Flow flow = Flow.parse(asSbbActivityContextInterface(getRegistration()).getFlow());
        setQuestion(ask(contact(), flow).orElse(null));
        if (getQuestion() == null) {
            setUnanswered(getUnanswered() + 1);
        }
        askIn(interval / 2);
    }

    @Override
    void answered(Response response, ActivityContextInterface question) {
        if (question.equals(getQuestion())) {
            setQuestion(null);
            cancelTimer(getProbeTimer());
            heardFrom();
            askIn(store().phones().probe().toMillis());
        }
    }

    @Override
    final void heardFrom() {
        setUnanswered(0);
        if (getSilent()) {
            setSilent(false);
            log.info("Extension {} answers again", extension());
            tellAcd(extension(), true);
        }
    }

    @Override
    final void watchNoMore() {
        setSilent(false);
        stopAsking();
    }

    private void stopAsking() {
        if (getWatched()) {
            setWatched(false);
            setUnanswered(0);
            endQuestion();
            cancelTimer(getProbeTimer());
        }
    }

    private void endQuestion() {
        ActivityContextInterface question = getQuestion();
        if (question != null) {
            setQuestion(null);
            drop(question);
        }
    }

    private String extension() {
        return asSbbActivityContextInterface(getRegistration()).getExtension();
    }
}
