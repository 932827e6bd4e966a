package org.bankfeed.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a history line by line and proves each line before it gives it out. It never reads ahead of the line that was
 * asked for, so it may listen to a pipe. For one thread.
 *
 * <p>Fields that it does not know are ignored. An event that it does not know is skipped and noted. Everything else
 * that is not as {@code docs/history-format.md} says is a {@link BrokenHistoryException}.
 */
public final class HistoryReader implements Closeable {

    /** What a history is called inside its folder. */
    public static final String FILE_NAME = "history.jsonl";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String file;
    private final ByteLines lines;
    private final JsonLine reading = new JsonLine();
    private final HistoryParser parser;

    /** What was given out so far, or {@code null} if somebody else holds it. */
    private final @Nullable Remembered remembered;

    private final Skipped skipped = new Skipped();
    private long line;

    private HistoryReader(String file, InputStream in, @Nullable Seen seen) {
        this.file = file;
        this.lines = new ByteLines(in);
        Remembered own = new Remembered();
        this.remembered = seen == null ? own : null;
        this.parser = new HistoryParser(seen == null ? own : seen);
    }

    /**
     * Opens a history.
     *
     * @param place the file, or the folder that holds a {@value #FILE_NAME}
     * @throws BrokenHistoryException if there is no such file
     */
    public static HistoryReader open(Path place) throws IOException {
        Path file = Files.isDirectory(place) ? place.resolve(FILE_NAME) : place;
        try {
            return new HistoryReader(String.valueOf(file.getFileName()), Files.newInputStream(file), null);
        } catch (NoSuchFileException e) {
            throw new BrokenHistoryException(
                    String.valueOf(file), 0, HistoryFault.NO_FILE, List.of(String.valueOf(file), FILE_NAME));
        }
    }

    /** Reads from a stream; {@code name} stands for the file in messages. Closing the reader closes the stream. */
    public static HistoryReader of(String name, InputStream in) {
        return new HistoryReader(name, in, null);
    }

    /**
     * The same for whoever takes each event in before asking for the next one.
     *
     * @param seen what was taken in
     */
    public static HistoryReader of(String name, InputStream in, Seen seen) {
        return new HistoryReader(name, in, seen);
    }

    /**
     * The next event, or null at the end.
     *
     * @throws BrokenHistoryException if the line is wrong; the reader is of no use afterwards
     */
    public @Nullable HistoryEvent next() throws IOException {
        while (advance()) {
            HistoryEvent event = lines.isBlank() ? null : event();
            if (event != null) {
                return event;
            }
        }
        return null;
    }

    /** Gives every event that is left to {@code consumer}, in order. */
    public void forEachRemaining(Consumer<HistoryEvent> consumer) throws IOException {
        for (HistoryEvent event = next(); event != null; event = next()) {
            consumer.accept(event);
        }
    }

    /** A sentence for each kind of event that is not known, with how many lines were skipped so far because of it. */
    public List<String> notes() {
        return skipped.notes(file);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private boolean advance() throws IOException {
        line++;
        boolean more = lines.advance();
        int begin = lines.start();
        int length = BYTE_ORDER_MARK.length;
        boolean marked = line == 1
                && lines.end() - begin >= length
                && Arrays.equals(lines.bytes(), begin, begin + length, BYTE_ORDER_MARK, 0, length);
        lines.skip(marked ? length : 0);
        return more;
    }

    private @Nullable HistoryEvent event() throws IOException {
        JsonValues json = parse();
        if (json == null) {
            throw broken(HistoryFault.NO_OBJECT);
        }
        try {
            HistoryEvent event = parser.event(new JsonFields(json));
            if (event != null && remembered != null) {
                remembered.add(event);
            }
            if (event == null) {
                skipped.add(String.valueOf(json.text(json.find("event"))), line);
            }
            return event;
        } catch (BrokenLineException e) {
            throw new BrokenHistoryException(file, line, e.fault(), e.about());
        }
    }

    private @Nullable JsonValues parse() throws IOException {
        try {
            return reading.read(lines.bytes(), lines.start(), lines.end());
        } catch (JsonProcessingException e) {
            if (isPacked()) {
                throw broken(HistoryFault.PACKED);
            }
            if (!isUtf8()) {
                throw broken(HistoryFault.NOT_UTF8);
            }
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw broken(HistoryFault.NOT_JSON, Integer.toString(column));
        }
    }

    private boolean isPacked() {
        byte[] bytes = lines.bytes();
        int begin = lines.start();
        return line == 1
                && lines.end() - begin >= 2
                && (bytes[begin] == 0x1F && bytes[begin + 1] == (byte) 0x8B
                        || bytes[begin] == 'P' && bytes[begin + 1] == 'K');
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(lines.bytes(), lines.start(), lines.end() - lines.start()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private BrokenHistoryException broken(HistoryFault fault, String... about) {
        return new BrokenHistoryException(file, line, fault, List.of(about));
    }
}
