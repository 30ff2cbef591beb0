package io.zongji.web.records;

import io.zongji.server.CallCentre;
import io.zongji.store.entity.RecordingRow;
import io.zongji.store.entity.VoicemailRow;
import io.zongji.web.SignedInUser;
import io.zongji.web.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays recordings at {@code /audio/recording/<id>} and messages at {@code /audio/voicemail/<id>}, in parts when the
 * player asks for a part (RFC 9110, section 14). The id leads to a row of the database, which the right to it is judged
 * by, and the row to the file: no name of a file comes from the browser.
 */
@WebServlet("/audio/*")
public class AudioServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(AudioServlet.class);
    private static final int PIECE = 64 * 1024;

    @Inject
    private transient CallCentre callCentre;

    @Inject
    private transient CallRecords records;

    @Inject
    private transient Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        SignedInUser user = visitor.getUser();
        boolean download = request.getParameter("download") != null;
        if (download && !Permission.toDownload(user)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Optional<String> name = file(path, user);
        Optional<Path> file = name.flatMap(this::inFolder);
        if (file.isEmpty()) {
            // Whether it is not there or not for this user is nobody's business.
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (download) {
            log.info("{} downloads {}", user.login(), path);
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"" + file.get().getFileName() + "\"");
        }
        send(file.get(), request.getHeader("Range"), response);
    }

    private Optional<String> file(String path, SignedInUser user) {
        if (path.startsWith("/recording/")) {
            return records.recording(path.substring("/recording/".length()))
                    .filter(recording -> records.call(recording.getCallId())
                            .filter(call -> Permission.toSee(user, call))
                            .isPresent())
                    .map(RecordingRow::getFile);
        }
        if (path.startsWith("/voicemail/") && Permission.toHearMessages(user)) {
            return records.voicemail(path.substring("/voicemail/".length())).map(VoicemailRow::getFile);
        }
        return Optional.empty();
    }

    /** Even a row that was tampered with leads nowhere else. */
    private Optional<Path> inFolder(String name) {
        Path folder = callCentre.recordings().toAbsolutePath().normalize();
        Path file = folder.resolve(name).normalize();
        return Optional.of(file).filter(found -> found.startsWith(folder) && Files.isRegularFile(found));
    }

    private static void send(Path file, String range, HttpServletResponse response) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long size = channel.size();
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
            channel.position(part.first());
            copy(channel, response.getOutputStream(), part.length());
        }
    }

    private static void copy(SeekableByteChannel from, OutputStream to, long length) throws IOException {
        WritableByteChannel out = Channels.newChannel(to);
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        long left = length;
        while (left > 0) {
            piece.clear().limit((int) Math.min(PIECE, left));
            if (from.read(piece) < 0) {
                return;
            }
            piece.flip();
            left -= piece.remaining();
            out.write(piece);
        }
    }
}
