package io.zongji.example.egg;

import io.zongji.example.event.EggReady;
import io.zongji.example.event.LineReceived;
import io.zongji.example.line.LineProvider;
import io.zongji.example.line.LineSession;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.ActivityEndEvent;
import javax.slee.ChildRelation;
import javax.slee.CreateException;
import javax.slee.InitialEventSelector;
import javax.slee.SLEEException;
import javax.slee.SbbContext;
import javax.slee.ServiceID;

/**
 * The root: one kitchen for each connection. Understands {@code boil SECONDS}, {@code eggs}, {@code guests}, {@code version},
 * {@code bye}.
 */
public abstract class KitchenSbb extends EmptySbb {
    private SbbContext context;
    private LineProvider lines;

    /** Eggs put on so far. */
    public abstract int getPutOn();

    public abstract void setPutOn(int count);

    /** The eggs in the water. */
    public abstract ChildRelation getEggs();

    @Override
    public void setSbbContext(SbbContext sbbContext) {
        context = sbbContext;
        try {
            lines = (LineProvider) new InitialContext().lookup("java:comp/env/line/provider");
        } catch (NamingException e) {
            throw new SLEEException("No line provider", e);
        }
    }

    /** After an upgrade, a connection goes on with the version it began with: later lines are not initial for the new one. */
    public InitialEventSelector firstLine(InitialEventSelector selector) {
        selector.setInitialEvent(((LineReceived) selector.getEvent()).first());
        return selector;
    }

    public void onLine(LineReceived event, ActivityContextInterface line) {
        LineSession session = (LineSession) line.getActivity();
        String[] words = event.text().trim().split("\\s+");
        if (words[0].equals("boil") && words.length == 2 && words[1].matches("[0-9]{1,4}")) {
            session.send("egg " + boil(Integer.parseInt(words[1]), line) + " is in the water");
        } else if (words[0].equals("eggs")) {
            session.send(getEggs().size() + " in the water");
        } else if (words[0].equals("guests")) {
            session.send(lines.sessions() + " here");
        } else if (words[0].equals("version")) {
            ServiceID service = context.getService();
            session.send(service.getName() + " " + service.getVersion());
        } else if (words[0].equals("bye")) {
            session.close();
        } else {
            session.send("boil SECONDS, eggs, guests, version or bye");
        }
    }

    private int boil(int seconds, ActivityContextInterface line) {
        int number = getPutOn() + 1;
        setPutOn(number);
        try {
            EggSbbLocal egg = (EggSbbLocal) getEggs().create();
            egg.boil(number, seconds, line);
            return number;
        } catch (CreateException e) {
            throw new SLEEException("No egg", e);
        }
    }

    /** The guest is gone. Eggs hang on activities of their own and would keep this tree alive until they are ready. */
    public void onLineEnd(ActivityEndEvent event, ActivityContextInterface line) {
        getEggs().clear();
    }

    /** Fired by an egg. Removing the egg detaches it from its null activity, which nothing refers to then: it ends. */
    public void onEggReady(EggReady event, ActivityContextInterface line) {
        for (Object child : getEggs()) {
            EggSbbLocal egg = (EggSbbLocal) child;
            if (egg.number() == event.number()) {
                egg.remove();
            }
        }
        ((LineSession) line.getActivity()).send("egg " + event.number() + " is ready");
    }
}
