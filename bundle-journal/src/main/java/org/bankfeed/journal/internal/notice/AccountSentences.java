package org.bankfeed.journal.internal.notice;

import java.time.Instant;
import org.bankfeed.feed.FeedInstitution.Maintenance;
import org.bankfeed.journal.internal.table.AccountRow;

/** What is said of a single account, apart from its consent. */
public final class AccountSentences {

    private AccountSentences() {}

    public static String notShared(AccountRow row, String provider, RecentLines recent) {
        return "The account " + row.called() + " is no longer shared by " + provider + ". " + recent.cameBefore("that")
                + " " + recent.lastOne();
    }

    /** Whose fault, until when. */
    public static String maintenance(AccountRow row, String provider, Instant now) {
        Instant until = row.maintenanceUntil();
        String end = until == null || !until.isAfter(now) ? "" : " until " + Sentences.minute(until, row.zone());
        return whose(row, provider) + end + ": what is booked meanwhile comes afterwards.";
    }

    private static String whose(AccountRow row, String provider) {
        if (row.maintenance() == Maintenance.PROVIDER) {
            return provider + " is working on its connection to the bank of account " + row.called();
        }
        if (row.maintenance() == Maintenance.BANK) {
            return "The bank of account " + row.called() + " is under maintenance and cannot be asked";
        }
        return "Account " + row.called() + " can only be looked at, for maintenance at the bank or at " + provider;
    }

    public static String replaced(AccountRow row, String provider) {
        return provider + " replaced its connection to the bank of account " + row.called()
                + "; by the old one nothing new will come. Once the account is added anew at " + provider
                + ", it goes on where it was; its transactions stay.";
    }

    public static String silent(AccountRow row, String provider, RecentLines recent) {
        return provider + " did not ask the bank of account " + row.called()
                + " for two of its windows (02, 08, 14 and 20 h) and more, although nothing is reported broken. "
                + recent.cameBefore("today") + " If " + provider + " reports no disturbance, its support knows.";
    }

    /** Not ours to mend, and most of the time nobody's. */
    public static String bankFails(AccountRow row, String provider, RecentLines recent) {
        return provider + " asks the bank of account " + row.called() + " in vain (" + row.lastFailure() + "). "
                + recent.cameBefore("today")
                + " It goes on trying four times a day. If it lasts for days, the account holder renews the"
                + " authorization at the bank; if that does not help, " + provider + "'s support does.";
    }

    /** The others of the link are read, this one is not. */
    public static String notRead(AccountRow row, String provider) {
        String problem = row.account().problem();
        return "Account " + row.called() + " could not be read from " + provider + ", although others are. "
                + (problem == null ? "" : LinkSentences.stop(problem) + " ")
                + "The log says more; where the fault is not ours, " + provider + "'s support helps.";
    }
}
