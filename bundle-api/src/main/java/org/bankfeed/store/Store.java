package org.bankfeed.store;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one owner of the database. Each room keeps its tables in a stage of its own (a schema) and never reads another's.
 *
 * <p>Safe for use by many threads and, on PostgreSQL, by many nodes.
 */
@ProviderType
public interface Store {

    /**
     * Opens a stage, creating its schema or bringing it up to date first. Nodes that open it at once wait for one
     * another. Calling it again with the same migrations is cheap.
     *
     * @param name the room's name: 1 to 30 lower-case letters; it becomes the schema's name
     * @param migrations in ascending order of version; one that ran once must never change
     * @throws StoreException if the database cannot be reached, or a migration that ran was changed
     */
    Stage stage(String name, List<Migration> migrations);
}
