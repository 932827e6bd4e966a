package org.bankfeed.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Flyway finds its parts by a service file; in one bundle there is one such file, so ours must name them all. */
final class EmbeddingTest {

    private static final String FILE = "META-INF/services/org.flywaydb.core.extensibility.Plugin";

    @Test
    void ourFileNamesEveryPartOfFlyway() throws IOException {
        Set<String> ours = new TreeSet<>();
        Set<String> flyways = new TreeSet<>();
        for (URL url : Collections.list(getClass().getClassLoader().getResources(FILE))) {
            boolean own =
                    url.getPath().contains("/bundle-store/") || url.getPath().contains("bundle-store-");
            try (InputStream in = url.openStream()) {
                new String(in.readAllBytes(), UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(own ? ours::add : flyways::add);
            }
        }
        assertThat(flyways).isNotEmpty();
        assertThat(ours).isEqualTo(flyways);
    }
}
