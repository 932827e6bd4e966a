package org.bankfeed.screens.internal.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** What every page brings along: style, scripts, the icon. Compressed once; named by its content, so that browsers keep it. */
public final class StaticFiles {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, StaticFile> files = new HashMap<>();

    /** Those named, in the folder {@code static} beside {@code owner}. */
    public StaticFiles(Class<?> owner, String... names) {
        for (String name : names) {
            files.put(name, read(owner, name));
        }
    }

    public Optional<StaticFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The version of a file, by its content; a page asks for {@code name?version}. */
    public Map<String, String> versions() {
        Map<String, String> versions = new HashMap<>();
        files.forEach((name, file) -> versions.put(name, file.version()));
        return versions;
    }

    /**
     * A file.
     *
     * @param type its media type
     * @param plain its content
     * @param gzip the same, compressed
     * @param version a digest of its content
     */
    public record StaticFile(String type, byte[] plain, byte[] gzip, String version) {}

    private static StaticFile read(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream("static/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no static/" + name + " beside " + owner.getName());
            }
            byte[] plain = in.readAllBytes();
            String version = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain))
                    .substring(0, 12);
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            return new StaticFile(type, plain, gzip(plain), version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
