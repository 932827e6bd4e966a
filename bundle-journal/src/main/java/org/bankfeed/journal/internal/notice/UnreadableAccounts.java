package org.bankfeed.journal.internal.notice;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.UnreadableAccount;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.journal.internal.table.Texts;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Masking;
import org.bankfeed.words.Sentence;

/** The accounts that a link shares and that cannot be read. No account of ours stands for them; they are only told of. */
public final class UnreadableAccounts {

    private static final int LONGEST = 300;

    private record Kept(String connection, String feedAccount, String called, Sentence why, Instant since) {}

    private UnreadableAccounts() {}

    /**
     * Keeps which those of a listing are.
     *
     * @return what is to be said of those that are new
     */
    public static List<Sentence> keep(
            UnitOfWork unit, CompanyId company, LinkRow link, List<UnreadableAccount> listed, Instant now) {
        List<Kept> before = all(unit, company).stream()
                .filter(kept -> kept.connection().equals(link.id()))
                .toList();
        Map<String, Instant> since = before.stream().collect(Collectors.toMap(Kept::feedAccount, Kept::since));
        List<Kept> present = listed.stream()
                .map(account -> kept(link, account, since.getOrDefault(id(account), now)))
                .distinct()
                .toList();
        if (new HashSet<>(before).equals(Set.copyOf(present))) {
            return List.of();
        }
        unit.update("DELETE FROM unreadable_account WHERE company = ? AND connection = ?", company.value(), link.id());
        present.forEach(kept -> insert(unit, company, kept));
        return present.stream()
                .filter(kept -> !since.containsKey(kept.feedAccount()))
                .map(UnreadableAccounts::sentence)
                .toList();
    }

    public static List<Notice> notices(UnitOfWork unit, CompanyId company, Map<String, LinkRow> links) {
        return all(unit, company).stream()
                .filter(kept -> links.containsKey(kept.connection())
                        && links.get(kept.connection()).isReadable())
                .map(kept -> new Notice(
                        Kind.ACCOUNT_UNREADABLE,
                        kept.since(),
                        List.of(sentence(kept)),
                        new ConnectionId(kept.connection()),
                        null))
                .toList();
    }

    private static Sentence sentence(Kept kept) {
        return Sentence.of(SentenceCode.ACCOUNT_UNREADABLE, Words.name(kept.called()), kept.why());
    }

    private static Kept kept(LinkRow link, UnreadableAccount account, Instant since) {
        return new Kept(
                link.id(),
                id(account),
                Texts.clip(called(account), LONGEST),
                Texts.sentence(Texts.kept(account.why(), LONGEST)),
                since);
    }

    private static String id(UnreadableAccount account) {
        return Texts.clip(account.id().value(), 200);
    }

    /** By its label and its masked number, as far as they are told. */
    private static String called(UnreadableAccount account) {
        String number = account.number() == null
                ? "(" + account.id() + ")"
                : "(" + AccountReference.of(account.number()).masked() + ")";
        return account.description() == null ? number : Masking.of(account.description()) + " " + number;
    }

    private static void insert(UnitOfWork unit, CompanyId company, Kept kept) {
        unit.update(
                "INSERT INTO unreadable_account (company, connection, feed_account, called, why, since)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                company.value(),
                kept.connection(),
                kept.feedAccount(),
                kept.called(),
                Texts.kept(kept.why(), LONGEST),
                kept.since());
    }

    private static List<Kept> all(UnitOfWork unit, CompanyId company) {
        return unit.query(
                "SELECT * FROM unreadable_account WHERE company = ? ORDER BY since, feed_account",
                row -> new Kept(
                        row.text("connection"),
                        row.text("feed_account"),
                        row.text("called"),
                        Texts.sentence(row.text("why")),
                        row.instant("since")),
                company.value());
    }
}
