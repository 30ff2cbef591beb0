package io.zongji.ra.media.adaptor;

/** What an activity object of this adaptor knows of itself. */
interface MediaActivity {

    MediaActivityHandle handle();

    /** Ends what the activity stands for. */
    void end();
}
