package org.bankfeed.journal.internal.notice;

import static org.bankfeed.journal.internal.notice.Words.name;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bankfeed.feed.FeedInstitution.Maintenance;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Moment;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** What is said of a single account, apart from its consent. */
public final class AccountSentences {

    private AccountSentences() {}

    public static List<Sentence> notShared(AccountRow row, String provider, RecentLines recent) {
        return List.of(
                Sentence.of(SentenceCode.ACCOUNT_NOT_SHARED, name(row), name(provider)),
                recent.beforeThat(),
                recent.lastOne());
    }

    /** Whose fault, until when. */
    public static Sentence maintenance(AccountRow row, String provider, Instant now) {
        Instant until = row.maintenanceUntil();
        Moment end = until == null || !until.isAfter(now) ? null : new Moment(until, row.zone());
        if (row.maintenance() == Maintenance.PROVIDER) {
            return until(
                    end,
                    SentenceCode.MAINTENANCE_PROVIDER,
                    SentenceCode.MAINTENANCE_PROVIDER_UNTIL,
                    name(provider),
                    name(row));
        }
        if (row.maintenance() == Maintenance.BANK) {
            return until(end, SentenceCode.MAINTENANCE_BANK, SentenceCode.MAINTENANCE_BANK_UNTIL, name(row));
        }
        return until(end, SentenceCode.MAINTENANCE, SentenceCode.MAINTENANCE_UNTIL, name(row), name(provider));
    }

    private static Sentence until(
            @Nullable Moment end, SentenceCode without, SentenceCode with, Argument... arguments) {
        List<Argument> all = List.of(arguments);
        return end == null
                ? new Sentence(without, all)
                : new Sentence(with, Stream.concat(all.stream(), Stream.of(end)).toList());
    }

    public static List<Sentence> replaced(AccountRow row, String provider) {
        return List.of(Sentence.of(SentenceCode.ACCOUNT_REPLACED, name(provider), name(row)));
    }

    public static List<Sentence> silent(AccountRow row, String provider, RecentLines recent) {
        return List.of(
                Sentence.of(SentenceCode.BANK_NOT_ASKED, name(provider), name(row)),
                recent.beforeToday(),
                Sentence.of(SentenceCode.BANK_NOT_ASKED_HELP, name(provider)));
    }

    /** Not ours to mend, and most of the time nobody's. */
    public static List<Sentence> bankFails(AccountRow row, String provider, RecentLines recent) {
        String failure = String.valueOf(row.lastFailure());
        return List.of(
                Sentence.of(SentenceCode.BANK_FAILS, name(provider), name(row), name(failure)),
                recent.beforeToday(),
                Sentence.of(SentenceCode.BANK_FAILS_HELP, name(provider)));
    }

    /** The others of the link are read, this one is not. */
    public static List<Sentence> notRead(AccountRow row, String provider) {
        return Words.around(
                Sentence.of(SentenceCode.ACCOUNT_NOT_READ, name(row), name(provider)),
                row.account().problem(),
                Sentence.of(SentenceCode.ACCOUNT_NOT_READ_HELP, name(provider)));
    }
}
