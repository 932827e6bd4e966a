package org.bankfeed.store.internal.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.bankfeed.store.internal.config.SettingsException;

/** Files that nobody but their owner may reach. */
final class PrivateFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private PrivateFile() {}

    /**
     * @param what the file in words, such as {@code "master key file"}
     * @throws SettingsException if others than its owner can reach it
     */
    static void check(String what, Path file) throws IOException {
        if (hasRights(file)) {
            Set<PosixFilePermission> wider = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            wider.removeAll(OWNER_ONLY);
            wider.remove(PosixFilePermission.OWNER_EXECUTE);
            if (!wider.isEmpty()) {
                throw new SettingsException("The " + what + " " + file
                        + " can be reached by others than its owner: run 'chmod 600 " + file + "'");
            }
        }
    }

    /** Writes the whole file beside, then gives it its name at one blow; if another process was quicker, its file stays. */
    static void make(Path file, String content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder");
        }
        Files.createDirectories(folder);
        Path draft = folder.resolve(file.getFileName() + "." + UUID.randomUUID());
        try {
            write(draft, folder, content);
            name(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Path draft, Path folder, String content) throws IOException {
        if (hasRights(folder)) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createFile(draft);
        }
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    private static void name(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // the other's it is
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean hasRights(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
