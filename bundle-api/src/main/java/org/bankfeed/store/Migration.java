package org.bankfeed.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a stage's schema.
 *
 * @param version 1, 2, 3 …
 * @param description a few words, for the operator
 * @param sql statements separated by {@code ;}, in the part of SQL that PostgreSQL and H2 (in its PostgreSQL mode)
 *     share; table names without schema: the stage's own is current
 */
public record Migration(int version, String description, String sql) {

    private static final Pattern NAME = Pattern.compile("V(\\d{1,4})__(\\w+)\\.sql");

    /**
     * Reads a migration from a resource beside a class, named such as {@code V1__connections_and_accounts.sql}.
     *
     * @throws IllegalArgumentException if the name is of another form or there is no such resource
     */
    public static Migration of(Class<?> beside, String resource) {
        Matcher name = NAME.matcher(resource);
        if (!name.matches()) {
            throw new IllegalArgumentException("a migration is named V<number>__<words>.sql, not " + resource);
        }
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource + " beside " + beside.getName());
            }
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Migration(Integer.parseInt(name.group(1)), name.group(2).replace('_', ' '), sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
