package org.bankfeed.simulator.internal.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bankfeed.simulator.internal.web.Json;
import org.jspecify.annotations.Nullable;

/**
 * What survives a restart, in one JSON file with a section for each part of the simulator. Written whole and
 * atomically at each change. Without a file everything is kept in memory. Safe for use by many threads.
 */
public final class StateFile {

    public static final String NAME = "state.json";

    private final @Nullable Path file;
    private final ObjectNode sections;

    private StateFile(@Nullable Path file, ObjectNode sections) {
        this.file = file;
        this.sections = sections;
    }

    /** A state that ends with the process. */
    public static StateFile inMemory() {
        return new StateFile(null, Json.object());
    }

    /**
     * The state kept in {@code directory}.
     *
     * @throws IOException in one sentence if the file is there but cannot be used
     */
    public static StateFile in(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            return new StateFile(file, Json.object());
        }
        try {
            if (Json.MAPPER.readTree(Files.readString(file)) instanceof ObjectNode sections) {
                return new StateFile(file, sections);
            }
        } catch (JsonProcessingException e) {
            // said below, without Jackson's words
        }
        throw new IOException("The simulator's state in " + file + " is damaged; delete the file to start afresh.");
    }

    public synchronized <T> Optional<T> read(String section, Class<T> type) throws IOException {
        JsonNode value = sections.get(section);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Json.MAPPER.treeToValue(value, type));
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IOException(
                    "The simulator's state in " + file + " is damaged in '" + section
                            + "'; delete the file to start afresh.",
                    e);
        }
    }

    /** Replaces a section; it is on disk when this returns. */
    public synchronized void write(String section, Object value) {
        sections.set(section, Json.MAPPER.valueToTree(value));
        if (file != null) {
            try {
                PrivateFiles.write(file, sections.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
