package org.bankfeed.store;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What is wrong with the database, for whoever looks after it. It is offered also while no {@link Store} is. */
@ProviderType
public interface StoreHealth {

    /**
     * Why the database is not open, why a changed configuration was not taken, which room's tables this version cannot
     * use. Answers at once and touches no database; any thread may ask.
     *
     * @return sentences without a full stop, each with what is wrong, where, and what to do; no secret; empty if all is
     *     well
     */
    List<String> problems();
}
