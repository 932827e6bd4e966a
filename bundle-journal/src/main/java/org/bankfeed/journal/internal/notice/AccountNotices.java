package org.bankfeed.journal.internal.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.words.Sentence;

/** What is to be said of single accounts: whether they are shared, their holders' consents, their banks. */
public final class AccountNotices {

    private final Standing standing;
    private final Silence silence;
    private final List<Notice> notices = new ArrayList<>();

    private AccountNotices(Standing standing) {
        this.standing = standing;
        this.silence = new Silence(standing);
    }

    public static List<Notice> of(Standing standing) {
        AccountNotices said = new AccountNotices(standing);
        standing.accounts().values().forEach(said::account);
        return said.notices;
    }

    /** Of an account whose link does not stand or shares none, all is said of the link. */
    private void account(AccountRow row) {
        Optional<LinkRow> link = standing.linkOf(row)
                .filter(found -> found.is(State.CONNECTED) && found.noAccountsSince() == null)
                .filter(found -> row.account().active());
        link.ifPresent(found -> account(found, row));
    }

    private void account(LinkRow link, AccountRow row) {
        String provider = Provider.of(link.feed());
        Instant notShared = row.notSharedSince();
        if (notShared != null) {
            add(
                    Kind.ACCOUNT_NOT_SHARED,
                    notShared,
                    AccountSentences.notShared(row, provider, standing.recent(row, notShared)),
                    row);
            return;
        }
        consent(row, provider);
        if (row.availability() == Availability.READ_ONLY) {
            add(
                    Kind.READ_ONLY,
                    row.availabilitySince(),
                    List.of(AccountSentences.maintenance(row, provider, standing.now())),
                    row);
        } else if (row.availability() == Availability.DEPRECATED) {
            add(Kind.ACCOUNT_DEPRECATED, row.availabilitySince(), AccountSentences.replaced(row, provider), row);
        }
        silent(link, row, provider);
    }

    private void consent(AccountRow row, String provider) {
        Consent.of(row, standing.now())
                .ifPresent(consent -> notices.add(new Notice(
                        consent.kind(),
                        consent.since(),
                        consent.sentences(
                                provider, standing.recent(row, consent.hasEnded() ? consent.since() : standing.now())),
                        row.account().connection(),
                        row.account().id(),
                        consent.gravity())));
    }

    /** One of three: the bank does not answer the provider, the provider does not answer us, or nobody asks the bank. */
    private void silent(LinkRow link, AccountRow row, String provider) {
        Optional<Instant> fails = silence.ofAnswers(row);
        Optional<Instant> notRead = silence.ofReading(link, row);
        if (fails.isPresent()) {
            RecentLines recent = standing.recent(row, standing.now());
            add(Kind.BANK_FAILS, fails.get(), AccountSentences.bankFails(row, provider, recent), row);
        } else if (notRead.isPresent()) {
            add(Kind.SILENT, notRead.get(), AccountSentences.notRead(row, provider), row);
        } else {
            silence.ofBank(link, row).ifPresent(since -> {
                RecentLines recent = standing.recent(row, standing.now());
                add(Kind.SILENT, since, AccountSentences.silent(row, provider, recent), row);
            });
        }
    }

    private void add(Kind kind, Instant since, List<Sentence> sentences, AccountRow row) {
        notices.add(new Notice(
                kind,
                since,
                sentences,
                row.account().connection(),
                row.account().id()));
    }
}
