package io.zongji.slee.container.profile;

/** What the generated subclass of a profile abstract class adds to it. */
public interface ConcreteProfile {
    /** Called once, before anything else. */
    void zongjiObject(ProfileObject object);
}
