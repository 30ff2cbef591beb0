package io.zongji.web.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.recording.Channel;
import io.zongji.server.CallCentre;
import io.zongji.store.audit.AuditAction;
import io.zongji.store.entity.VoicemailRow;
import io.zongji.store.recording.AudioFile;
import io.zongji.store.recording.CallAudio;
import io.zongji.store.recording.Peaks;
import io.zongji.web.SignedInUser;
import io.zongji.web.Visitor;
import io.zongji.web.audit.Audit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the recording of a call, all its parts as one file with a track for each leg, at {@code /audio/call/<id>}, tells its
 * waves at {@code /audio/call/<id>/waves}, and plays messages at {@code /audio/voicemail/<id>}; in parts when the player asks
 * for a part (RFC 9110, section 14). The id leads to a row of the database, which the right to it is judged by, and the row to
 * the file: no name of a file comes from the browser.
 */
@WebServlet("/audio/*")
public class AudioServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(AudioServlet.class);
    private static final int PIECE = 64 * 1024;
    private static final String WAVES = "/waves";
    private static final String VOICEMAIL = "/voicemail/";
    /** More than a screen is wide, so that there is something to see when a part is enlarged. */
    private static final int MOST_WAVES = 8_000;

    @Inject
    private transient CallCentre callCentre;

    @Inject
    private transient CallRecords records;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Audit audit;

    @Inject
    private transient Heard heard;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        SignedInUser user = visitor.getUser();
        boolean download = request.getParameter("download") != null;
        if (download && !Permission.toDownload(user)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        boolean waves = path.endsWith(WAVES);
        Optional<AudioFile> opened = open(waves ? path.substring(0, path.length() - WAVES.length()) : path, user);
        if (opened.isEmpty()) {
            // Whether it is not there or not for this user is nobody's business.
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (AudioFile audio = opened.get()) {
            if (waves && audio instanceof CallAudio call) {
                sendWaves(call, response);
                return;
            }
            if (download) {
                response.setHeader("Content-Disposition", "attachment; filename=\"" + nameOf(path) + "\"");
            }
            if (download || heard.isNew(path)) {
                report(path, download);
            }
            send(audio, request.getHeader("Range"), response);
        }
    }

    private void report(String path, boolean download) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        audit.about(
                visitor.actor(),
                download ? AuditAction.DOWNLOAD_RECORDING : AuditAction.PLAY_RECORDING,
                path.startsWith(VOICEMAIL) ? id : "",
                path.startsWith(VOICEMAIL)
                        ? records.voicemail(id).map(VoicemailRow::getCallId).orElse("")
                        : id);
    }

    private Optional<AudioFile> open(String path, SignedInUser user) {
        try {
            String id = path.substring(path.lastIndexOf('/') + 1);
            if (path.startsWith("/call/") && mayHear(user, id)) {
                List<CallAudio.Part> parts = records.parts(id);
                return parts.isEmpty() ? Optional.empty() : Optional.of(CallAudio.open(parts, callCentre.recordings()));
            }
            if (path.startsWith(VOICEMAIL) && Permission.toHearMessages(user)) {
                Optional<String> file = records.voicemail(id).map(VoicemailRow::getFile);
                return file.isEmpty()
                        ? Optional.empty()
                        : Optional.of(callCentre.recordings().open(file.get()));
            }
        } catch (IOException e) {
            log.warn("{} cannot be heard: {}", path, e.toString());
        }
        return Optional.empty();
    }

    private boolean mayHear(SignedInUser user, String call) {
        return records.call(call).filter(row -> Permission.toSee(user, row)).isPresent();
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_") + ".wav";
    }

    private static void sendWaves(CallAudio audio, HttpServletResponse response) throws IOException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("from", audio.from().toEpochMilli());
        answer.put("durationMs", audio.frames() / 8);
        ArrayNode tracks = answer.putArray("tracks");
        int[][] peaks = Peaks.of(audio, MOST_WAVES);
        for (int track = 0; track < peaks.length; track++) {
            ObjectNode node = tracks.addObject();
            if (track < audio.tracks().size()) {
                Channel channel = audio.tracks().get(track);
                node.put("leg", channel.leg().value()).put("role", channel.role());
            }
            ArrayNode values = node.putArray("peaks");
            for (int peak : peaks[track]) {
                values.add(peak);
            }
        }
        response.setContentType("application/json");
        response.getWriter().write(answer.toString());
    }

    private static void send(AudioFile audio, String range, HttpServletResponse response) throws IOException {
        long size = audio.size();
        ByteRange part = ByteRange.parse(range, size);
        response.setHeader("Accept-Ranges", "bytes");
        response.setContentType("audio/wav");
        if (!part.satisfiable()) {
            response.setHeader("Content-Range", "bytes */" + size);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        if (part.partial()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size);
        }
        response.setContentLengthLong(part.length());
        copy(audio, part, response.getOutputStream());
    }

    private static void copy(AudioFile from, ByteRange part, OutputStream to) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long at = part.first(); at <= part.last(); ) {
            piece.clear().limit((int) Math.min(PIECE, part.last() - at + 1));
            from.read(piece, at);
            if (piece.position() == 0) {
                return;
            }
            to.write(piece.array(), 0, piece.position());
            at += piece.position();
        }
    }
}
