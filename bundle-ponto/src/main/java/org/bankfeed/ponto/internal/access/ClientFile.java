package org.bankfeed.ponto.internal.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bankfeed.ponto.internal.config.ConfigurationFault;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.ponto.internal.key.SecretFiles;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.store.Secret;
import org.jspecify.annotations.Nullable;

/** A {@code client.json} and the PEM files beside it: one key that fills what a configuration leaves open. */
final class ClientFile {

    private static final String KEY = "client.json";

    private final @Nullable Path file;
    private final JsonNode values;

    private ClientFile(@Nullable Path file, JsonNode values) {
        this.file = file;
        this.values = values;
    }

    static ClientFile of(Settings settings) throws ConfigurationFault {
        if (settings.clientJson() == null) {
            return new ClientFile(null, Json.MAPPER.missingNode());
        }
        Path file = Path.of(settings.clientJson());
        JsonNode root = parsed(file);
        boolean custom = settings.product() == Settings.Product.CUSTOM;
        if (custom && !root.path("customIntegration").isObject()) {
            throw new ConfigurationFault("%s names %s, which has no customIntegration part".formatted(KEY, file));
        }
        return new ClientFile(file, custom ? root.path("customIntegration") : root);
    }

    private static JsonNode parsed(Path file) throws ConfigurationFault {
        try {
            JsonNode root = Json.MAPPER.readTree(SecretFiles.secretText(KEY, file));
            if (root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            // Without the cause: it quotes what stands there, which may be the secret itself.
            throw new ConfigurationFault("%s names %s, which is not valid JSON".formatted(KEY, file));
        }
        throw new ConfigurationFault("%s names %s, which holds no JSON object".formatted(KEY, file));
    }

    @Nullable
    String value(String name) {
        return Json.text(values.path(name));
    }

    @Nullable
    Secret secret(String name) {
        String value = value(name);
        return value == null ? null : new Secret(value);
    }

    /** A file beside it, if it exists. */
    @Nullable
    Path beside(String name) {
        if (file == null) {
            return null;
        }
        Path sibling = file.resolveSibling(name);
        return Files.exists(sibling) ? sibling : null;
    }

    /** A file beside it whose name is one of its values, if it exists. */
    @Nullable
    String named(String value) {
        String name = value(value);
        return name == null ? null : besideName(name);
    }

    /** The name of a file beside it, if it exists. */
    @Nullable
    String besideName(String name) {
        Path sibling = beside(name);
        return sibling == null ? null : sibling.toString();
    }
}
