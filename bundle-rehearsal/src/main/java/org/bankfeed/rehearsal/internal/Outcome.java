package org.bankfeed.rehearsal.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Tells whoever started the container how far the rehearsal is: an empty file {@code begun}, then a file {@code done} with
 * the figures or the summary, or a file {@code failed} with one sentence. A file {@code fault} beside the
 * figures has a sentence about what is wrong with them. Each appears whole or not at all.
 */
final class Outcome {

    static final String BEGUN = "begun";
    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String FAULT = "fault";

    private final Path folder;

    Outcome(Path folder) {
        this.folder = folder;
    }

    void begun() throws IOException {
        write(BEGUN, "");
    }

    void done(String text) throws IOException {
        write(DONE, text);
    }

    /** The same, with a sentence about what is wrong; to be told before the figures. */
    void fault(String sentence) throws IOException {
        write(FAULT, sentence);
    }

    void failed(String sentence) throws IOException {
        write(FAILED, sentence);
    }

    boolean isDone() {
        return Files.exists(folder.resolve(DONE));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, name, ".tmp");
        Files.writeString(draft, text + System.lineSeparator());
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
