package org.bankfeed.journal.internal;

import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.SyncReceipt;

/** What the journal gives to {@link HintedReading}: the links that webhooks made due. */
interface HintedLinks {

    /** Whose links are due, found in the database: also those of before a start, and of other nodes. */
    Set<CompanyId> hinted();

    /** Reads the links of a company that are due, and no others. */
    SyncReceipt readHinted(CompanyId company);

    /** What is to be done when another one is due; quick, and does not throw. */
    void onHint(Runnable ring);

    /** Writes what was only counted in memory, and forgets what is past its time. */
    void tidy();
}
