package org.bankfeed.store.internal.database;

import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bankfeed.store.Migration;
import org.bankfeed.store.StoreException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one stage's schema up to date, by Flyway, with a history table of the stage's own. */
public final class SchemaVersions {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaVersions.class);

    private final Database database;
    private final String stage;

    public SchemaVersions(Database database, String stage) {
        this.database = database;
        this.stage = stage;
    }

    /** @throws StoreException if a migration that ran was changed or is gone, or one fails */
    public void bringUpToDate(List<Migration> migrations) {
        try {
            MigrateResult result = Flyway.configure(SchemaVersions.class.getClassLoader())
                    .dataSource(database.source())
                    .loggers(QuietLogs.class.getName())
                    .schemas(Database.schema(stage))
                    .table("schema_history")
                    .resourceProvider(new Resources(migrations))
                    .javaMigrationClassProvider(List::of)
                    .placeholderReplacement(false)
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
            if (result.migrationsExecuted > 0) {
                LOG.info("The tables of stage {} are now of version {}.", stage, result.targetSchemaVersion);
            }
        } catch (FlywayValidateException e) {
            throw new StoreException(
                    "The tables of stage " + stage + " were made by another version of Bankfeed, which had other"
                            + " migrations: start the version that made them, or a later one. Flyway says: "
                            + found(e.getMessage()),
                    e);
        } catch (FlywayException e) {
            throw Failures.of("bringing the tables of stage " + stage + " up to date", e);
        }
    }

    /** What Flyway found, without its advice for developers. */
    private static String found(@Nullable String text) {
        return Objects.requireNonNullElse(text, "")
                .lines()
                .map(String::strip)
                .takeWhile(line -> !line.startsWith("If you") && !line.startsWith("Need more"))
                .collect(Collectors.joining(" "))
                .replaceFirst("\\.$", "");
    }

    /** The migrations as the files that Flyway asks for. */
    private record Resources(List<Migration> migrations) implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return migrations.stream()
                    .map(Script::new)
                    .filter(script -> script.getFilename().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return migrations.stream()
                    .map(Script::new)
                    .filter(script -> script.getFilename().startsWith(prefix)
                            && List.of(suffixes).stream().anyMatch(script.getFilename()::endsWith))
                    .collect(Collectors.toList());
        }
    }

    private static final class Script extends LoadableResource {
        private final Migration migration;

        Script(Migration migration) {
            this.migration = migration;
        }

        @Override
        public Reader read() {
            return new StringReader(migration.sql());
        }

        @Override
        public String getFilename() {
            return "V" + migration.version() + "__" + migration.description().replace(' ', '_') + ".sql";
        }

        @Override
        public String getAbsolutePath() {
            return getFilename();
        }

        @Override
        public @Nullable String getAbsolutePathOnDisk() {
            return null;
        }

        @Override
        public String getRelativePath() {
            return getFilename();
        }
    }
}
