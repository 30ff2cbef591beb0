package io.zongji.ra.media.node;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.zongji.media.MediaStatistics;
import io.zongji.ra.media.ConnectionEvent;
import io.zongji.ra.media.ConnectionQuality;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.PlayerEvent;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.SdpPortManagerEvent;
import io.zongji.ra.media.SignalDetectorEvent;
import java.util.Map;

/** What a media node tells a controller. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Report.Load.class, name = "load"),
    @JsonSubTypes.Type(value = Report.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Report.Described.class, name = "described"),
    @JsonSubTypes.Type(value = Report.Played.class, name = "played"),
    @JsonSubTypes.Type(value = Report.Collected.class, name = "collected"),
    @JsonSubTypes.Type(value = Report.Noticed.class, name = "noticed"),
    @JsonSubTypes.Type(value = Report.Gone.class, name = "gone"),
    @JsonSubTypes.Type(value = Report.Recorded.class, name = "recorded"),
    @JsonSubTypes.Type(value = Report.RecorderGone.class, name = "recorderGone")
})
sealed interface Report {

    /** Takes reports. */
    interface Reader {
        void load(Load load);

        void event(String connection, Object event);

        void gone(String connection);

        void recorded(String recorder, RecorderEvent event);

        void recorderGone(String recorder);

        /** The connection or recorder could not be made. */
        void refused(String id, MediaError error, String text);
    }

    void tell(Reader reader);

    /**
     * How the node is; the first report of all, and again several times a second.
     *
     * @param freePorts how many more connections it could have
     * @param draining  it is about to stop and wants no new calls
     * @param qualities of this controller's connections; not in every report
     */
    record Load(MediaStatistics statistics, int freePorts, boolean draining, Map<String, ConnectionQuality> qualities)
            implements Report {
        @Override
        public void tell(Reader reader) {
            reader.load(this);
        }
    }

    record Refused(String id, MediaError error, String text) implements Report {
        @Override
        public void tell(Reader reader) {
            reader.refused(id, error, text);
        }
    }

    /** One of the events of a connection; the type of each is its own, so that JSON can be read back. */
    sealed interface OfConnection extends Report {
        String connection();

        Object event();

        @Override
        default void tell(Reader reader) {
            reader.event(connection(), event());
        }
    }

    record Described(String connection, SdpPortManagerEvent event) implements OfConnection {}

    record Played(String connection, PlayerEvent event) implements OfConnection {}

    record Collected(String connection, SignalDetectorEvent event) implements OfConnection {}

    record Noticed(String connection, ConnectionEvent event) implements OfConnection {}

    record Gone(String connection) implements Report {
        @Override
        public void tell(Reader reader) {
            reader.gone(connection);
        }
    }

    record Recorded(String recorder, RecorderEvent event) implements Report {
        @Override
        public void tell(Reader reader) {
            reader.recorded(recorder, event);
        }
    }

    record RecorderGone(String recorder) implements Report {
        @Override
        public void tell(Reader reader) {
            reader.recorderGone(recorder);
        }
    }

    /** @param event one of the connection events of {@code io.zongji.ra.media} */
    static Report of(String connection, Object event) {
        if (event instanceof SdpPortManagerEvent sdp) {
            return new Described(connection, sdp);
        } else if (event instanceof PlayerEvent play) {
            return new Played(connection, play);
        } else if (event instanceof SignalDetectorEvent signals) {
            return new Collected(connection, signals);
        } else if (event instanceof ConnectionEvent noticed) {
            return new Noticed(connection, noticed);
        }
        throw new IllegalArgumentException("No report of " + event.getClass());
    }
}
