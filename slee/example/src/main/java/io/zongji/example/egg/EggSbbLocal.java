package io.zongji.example.egg;

import javax.slee.ActivityContextInterface;
import javax.slee.SbbLocalObject;

/** What the parent may ask of an egg. */
public interface EggSbbLocal extends SbbLocalObject {
    /** Puts the egg on: {@code EggReady} is fired on the line when the time is over. */
    void boil(int number, int seconds, ActivityContextInterface line);

    int number();
}
