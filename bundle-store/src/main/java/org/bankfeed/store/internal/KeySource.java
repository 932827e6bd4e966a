package org.bankfeed.store.internal;

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
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the master key comes from: the environment, else a file that only its owner can read.
 *
 * @param environment the value of {@value #VARIABLE}, or {@code null}
 */
record KeySource(@Nullable String environment, Path file) {

    static final String VARIABLE = "BANKFEED_MASTER_KEY";

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /**
     * @param secretsExist whether values encrypted with some key are there already: then no new key may be made
     * @throws SettingsException if there is no usable key
     */
    MasterKey key(boolean secretsExist) {
        if (environment != null && !environment.isBlank()) {
            return fromEnvironment(environment);
        }
        try {
            if (!Files.exists(file)) {
                if (secretsExist) {
                    throw new SettingsException("The master key file " + file + " is missing, but the database holds"
                            + " secrets encrypted with it: put the file back from your backup, or set " + VARIABLE);
                }
                make();
            }
            return read();
        } catch (IOException e) {
            throw new SettingsException("The master key file " + file + " cannot be read or made ("
                    + e.getClass().getSimpleName() + "): let Karaf's user own it and its folder (key.file of "
                    + StoreConfig.PID + ")");
        }
    }

    private static MasterKey fromEnvironment(String value) {
        byte[] bytes = MasterKey.parse(value);
        if (bytes == null) {
            throw new SettingsException("The environment variable " + VARIABLE
                    + " is not the base64 of 32 bytes: make one with 'openssl rand -base64 32'");
        }
        return new MasterKey(bytes);
    }

    private MasterKey read() throws IOException {
        if (hasRights(file)) {
            Set<PosixFilePermission> wider = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            wider.removeAll(OWNER_ONLY);
            wider.remove(PosixFilePermission.OWNER_EXECUTE);
            if (!wider.isEmpty()) {
                throw new SettingsException("The master key file " + file
                        + " can be reached by others than its owner: run 'chmod 600 " + file + "'");
            }
        }
        byte[] bytes = MasterKey.parse(Files.readString(file, StandardCharsets.UTF_8));
        if (bytes == null) {
            throw new SettingsException(
                    "The master key file " + file + " is not the base64 of 32 bytes: put it back from your backup");
        }
        return new MasterKey(bytes);
    }

    /** Writes the whole key beside, then gives it its name at one blow; another process may have been quicker. */
    private void make() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder");
        }
        Files.createDirectories(folder);
        Path draft = folder.resolve(file.getFileName() + "." + UUID.randomUUID());
        try {
            write(draft, folder);
            name(draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Path draft, Path folder) throws IOException {
        if (hasRights(folder)) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createFile(draft);
        }
        String line = Base64.getEncoder().encodeToString(MasterKey.fresh()) + "\n";
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    private void name(Path draft) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // the other's key it is
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean hasRights(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    /** Without the key itself. */
    @Override
    public String toString() {
        return "KeySource[" + (environment == null ? file : VARIABLE) + "]";
    }
}
