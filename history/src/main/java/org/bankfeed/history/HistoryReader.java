package org.bankfeed.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(JsonNode.class);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final BufferedReader lines;
    private final HistoryParser parser = new HistoryParser();
    private final List<String> notes = new ArrayList<>();
    private long line;

    private HistoryReader(String file, InputStream in) {
        this.file = file;
        this.lines = new BufferedReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
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
            return new HistoryReader(String.valueOf(file.getFileName()), Files.newInputStream(file));
        } catch (NoSuchFileException e) {
            throw new BrokenHistoryException(
                    "There is no file " + file + "; name a folder that holds a " + FILE_NAME + ".");
        }
    }

    /** Reads from a stream; {@code name} stands for the file in messages. Closing the reader closes the stream. */
    public static HistoryReader of(String name, InputStream in) {
        return new HistoryReader(name, in);
    }

    /**
     * The next event, or null at the end.
     *
     * @throws BrokenHistoryException if the line is wrong; the reader is of no use afterwards
     */
    public @Nullable HistoryEvent next() throws IOException {
        for (String text = nextLine(); text != null; text = nextLine()) {
            if (text.isBlank()) {
                continue;
            }
            HistoryEvent event = event(text);
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

    /** A sentence for each line skipped so far because its kind of event is not known. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private @Nullable String nextLine() throws IOException {
        line++;
        try {
            String text = lines.readLine();
            return line == 1 && text != null && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw broken("the text is not UTF-8 from about here on; save the file as UTF-8.");
        }
    }

    private @Nullable HistoryEvent event(String text) throws BrokenHistoryException {
        JsonNode json = parse(text);
        if (!json.isObject()) {
            throw broken("the line is not a JSON object; write one event, as an object, on each line.");
        }
        try {
            HistoryEvent event = parser.event(new JsonFields(json, ""));
            if (event == null) {
                notes.add(file + ":" + line + ": the event '"
                        + json.path("event").asText() + "' is not known to this version and was skipped.");
            }
            return event;
        } catch (BrokenLineException e) {
            throw broken(e.getMessage());
        }
    }

    private JsonNode parse(String text) throws BrokenHistoryException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw broken("the line is not JSON (see column " + column
                    + "); mend it, or write the history again if it was cut off.");
        }
    }

    private BrokenHistoryException broken(@Nullable String whatIsWrong) {
        return new BrokenHistoryException(file, line, String.valueOf(whatIsWrong));
    }
}
