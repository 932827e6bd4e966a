package org.bankfeed.journal.internal.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.bankfeed.feed.FeedInstitution.Maintenance;
import org.bankfeed.journal.internal.table.AccountRow;

/** What is said of a single account, apart from its consent. */
public final class AccountSentences {

    private AccountSentences() {}

    public static String notShared(AccountRow row, String provider, Instant since, RecentLines recent) {
        return "The account " + row.called() + " is no longer shared by " + provider + " since "
                + Sentences.minute(since, row.zone()) + ", and " + recent.stopped() + ". " + recent.cameBefore("that")
                + " The " + provider + " user mends it with Choose accounts at " + provider + ".";
    }

    /** Whose fault, since when, until when. */
    public static String maintenance(AccountRow row, String provider, Instant now) {
        Instant until = row.maintenanceUntil();
        String end = until == null || !until.isAfter(now) ? "" : " until " + Sentences.minute(until, row.zone());
        return whose(row, provider) + " since " + Sentences.minute(row.availabilitySince(), row.zone()) + end
                + ": nothing new arrives until then. There is nothing to do; what is booked meanwhile comes afterwards.";
    }

    private static String whose(AccountRow row, String provider) {
        if (row.maintenance() == Maintenance.PROVIDER) {
            return provider + " is working on its connection to the bank of account " + row.called();
        }
        if (row.maintenance() == Maintenance.BANK) {
            return "The bank of account " + row.called() + " is under maintenance and cannot be asked";
        }
        return "Account " + row.called() + " can only be looked at, for maintenance at the bank or at " + provider
                + ",";
    }

    public static String replaced(AccountRow row, String provider) {
        return provider + " replaced its connection to the bank of account " + row.called() + " on "
                + LocalDate.ofInstant(row.availabilitySince(), row.zone())
                + "; by the old one nothing new will come. The account holder adds the account anew with Choose"
                + " accounts at " + provider + "; its transactions stay.";
    }

    public static String silent(AccountRow row, String provider, Instant since, RecentLines recent) {
        return provider + " did not ask the bank of account " + row.called() + " since "
                + Sentences.minute(since, row.zone())
                + ", two of its windows (02, 08, 14 and 20 h) and more, although nothing is reported broken. "
                + recent.cameBefore("today") + " The operator looks whether " + provider
                + " reports a disturbance, and asks its support if not.";
    }

    /** Not ours to mend, and most of the time nobody's. */
    public static String bankFails(AccountRow row, String provider, Instant since, RecentLines recent) {
        return provider + " asks the bank of account " + row.called() + " in vain since "
                + Sentences.minute(since, row.zone()) + " (" + row.lastFailure() + "). " + recent.cameBefore("today")
                + " It goes on trying four times a day, and most of the time it passes by itself: there is nothing to do"
                + " but wait. If it lasts for days, the account holder renews the authorization at the bank; if that does"
                + " not help, " + provider + "'s support does.";
    }

    /** The others of the link are read, this one is not. */
    public static String notRead(AccountRow row, String provider, Instant since) {
        String problem = row.account().problem();
        return "Account " + row.called() + " could not be read from " + provider + " since "
                + Sentences.minute(since, row.zone()) + ", although others are. "
                + (problem == null ? "" : LinkSentences.stop(problem) + " ")
                + "New payments there are not seen until then. The operator looks why (bank:doctor, the log), and asks "
                + provider + "'s support if it is not ours.";
    }
}
