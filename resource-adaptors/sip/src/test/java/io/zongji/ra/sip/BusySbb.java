package io.zongji.ra.sip;

import javax.sip.RequestEvent;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;

/** Answers 486 to everything. */
public abstract class BusySbb extends ForeignSbb {

    private void busy(RequestEvent event) {
        safely(() -> answer(event, Response.BUSY_HERE));
    }

    public void onInvite(RequestEvent event, ActivityContextInterface aci) {
        busy(event);
    }

    public void onMessage(RequestEvent event, ActivityContextInterface aci) {
        busy(event);
    }

    public void onSubscribe(RequestEvent event, ActivityContextInterface aci) {
        busy(event);
    }

    public void onNotify(RequestEvent event, ActivityContextInterface aci) {
        busy(event);
    }

    public void onOptions(RequestEvent event, ActivityContextInterface aci) {
        busy(event);
    }

    public void onInfo(RequestEvent event, ActivityContextInterface aci) {
        busy(event);
    }

    public void onPublish(RequestEvent event, ActivityContextInterface aci) {
        busy(event);
    }

    public void onRefer(RequestEvent event, ActivityContextInterface aci) {
        busy(event);
    }

    public void onUpdate(RequestEvent event, ActivityContextInterface aci) {
        busy(event);
    }
}
