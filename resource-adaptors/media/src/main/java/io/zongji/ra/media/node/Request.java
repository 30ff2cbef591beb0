package io.zongji.ra.media.node;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.NetworkConnection.Direction;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.SdpPortManager.Peer;
import io.zongji.ra.media.adaptor.MediaDriver;
import java.util.List;

/** What a controller asks of a media node: a call of {@link MediaDriver}, written down. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Request.Alive.class, name = "alive"),
    @JsonSubTypes.Type(value = Request.Create.class, name = "create"),
    @JsonSubTypes.Type(value = Request.GenerateOffer.class, name = "generateOffer"),
    @JsonSubTypes.Type(value = Request.ProcessOffer.class, name = "processOffer"),
    @JsonSubTypes.Type(value = Request.ProcessAnswer.class, name = "processAnswer"),
    @JsonSubTypes.Type(value = Request.Play.class, name = "play"),
    @JsonSubTypes.Type(value = Request.StopPlay.class, name = "stopPlay"),
    @JsonSubTypes.Type(value = Request.Collect.class, name = "collect"),
    @JsonSubTypes.Type(value = Request.StopCollecting.class, name = "stopCollecting"),
    @JsonSubTypes.Type(value = Request.FlushDigits.class, name = "flushDigits"),
    @JsonSubTypes.Type(value = Request.Signalled.class, name = "signalled"),
    @JsonSubTypes.Type(value = Request.EmitSignals.class, name = "emitSignals"),
    @JsonSubTypes.Type(value = Request.PreferCodec.class, name = "preferCodec"),
    @JsonSubTypes.Type(value = Request.Join.class, name = "join"),
    @JsonSubTypes.Type(value = Request.Unjoin.class, name = "unjoin"),
    @JsonSubTypes.Type(value = Request.Release.class, name = "release"),
    @JsonSubTypes.Type(value = Request.CreateRecorder.class, name = "createRecorder"),
    @JsonSubTypes.Type(value = Request.StartRecorder.class, name = "startRecorder"),
    @JsonSubTypes.Type(value = Request.PauseRecorder.class, name = "pauseRecorder"),
    @JsonSubTypes.Type(value = Request.ResumeRecorder.class, name = "resumeRecorder"),
    @JsonSubTypes.Type(value = Request.StopRecorder.class, name = "stopRecorder"),
    @JsonSubTypes.Type(value = Request.AbandonRecorder.class, name = "abandonRecorder")
})
sealed interface Request {

    void carryOut(MediaDriver driver) throws MediaException;

    /** The id of what is to be made; null if nothing is. */
    default String made() {
        return null;
    }

    /** The controller is there; sent when there is nothing else to say. */
    record Alive() implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            // That it came is all.
        }
    }

    record Create(String connection, String owner, String group) implements Request {
        @Override
        public void carryOut(MediaDriver driver) throws MediaException {
            driver.createConnection(connection, owner, group);
        }

        @Override
        public String made() {
            return connection;
        }
    }

    record GenerateOffer(String connection, Peer peer) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.generateOffer(connection, peer);
        }
    }

    record ProcessOffer(String connection, String sdp) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.processOffer(connection, sdp);
        }
    }

    record ProcessAnswer(String connection, String sdp) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.processAnswer(connection, sdp);
        }
    }

    record Play(String connection, PlayRequest play) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.play(connection, play);
        }
    }

    record StopPlay(String connection) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.stopPlay(connection);
        }
    }

    record Collect(String connection, CollectRequest collect) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.collect(connection, collect);
        }
    }

    record StopCollecting(String connection) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.stopCollecting(connection);
        }
    }

    record FlushDigits(String connection) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.flushDigits(connection);
        }
    }

    record Signalled(String connection, String digits) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.signalled(connection, digits);
        }
    }

    record EmitSignals(String connection, String digits) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.emitSignals(connection, digits);
        }
    }

    record PreferCodec(String connection, String other) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.preferCodec(connection, other);
        }
    }

    record Join(String connection, Direction direction, String other) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.join(connection, direction, other);
        }
    }

    record Unjoin(String connection, String other) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.unjoin(connection, other);
        }
    }

    record Release(String connection) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.release(connection);
        }
    }

    record CreateRecorder(String recorder, RecorderSettings settings, List<String> connections) implements Request {
        @Override
        public void carryOut(MediaDriver driver) throws MediaException {
            driver.createRecorder(recorder, settings, connections);
        }

        @Override
        public String made() {
            return recorder;
        }
    }

    record StartRecorder(String recorder) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.startRecorder(recorder);
        }
    }

    record PauseRecorder(String recorder) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.pauseRecorder(recorder);
        }
    }

    record ResumeRecorder(String recorder) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.resumeRecorder(recorder);
        }
    }

    record StopRecorder(String recorder) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.stopRecorder(recorder);
        }
    }

    record AbandonRecorder(String recorder) implements Request {
        @Override
        public void carryOut(MediaDriver driver) {
            driver.abandonRecorder(recorder);
        }
    }
}
