package org.bankfeed.screens.internal.page.bank;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.screens.internal.view.LineDocument;
import org.bankfeed.screens.internal.view.LineMark;
import org.bankfeed.screens.internal.view.LineRow;
import org.bankfeed.screens.internal.view.NoInvoiceWords;
import org.bankfeed.screens.internal.words.Texts;
import org.bankfeed.value.Masking;
import org.jspecify.annotations.Nullable;

/** Puts together what a row says of a line. Made for one answer. */
final class LineRows {

    private static final ZoneId BANK_ZONE = ZoneId.of("Europe/Brussels");
    private static final int LONGEST_TEXT = 140;
    private static final int MOST_DOCUMENTS_ASKED = 500;
    private static final int MOST_DOCUMENTS_OF_A_LINE = 4;

    private final BankLines lines;
    private final Caller caller;
    private final Texts texts;
    private final Map<AccountId, Account> accounts = new HashMap<>();

    LineRows(BankLines lines, Caller caller, List<Account> accounts, Texts texts) {
        this.texts = texts;
        this.lines = lines;
        this.caller = caller;
        accounts.forEach(account -> this.accounts.put(account.id(), account));
    }

    /** Where the evidence of a line is, after the base. */
    static String href(TransactionId id) {
        return "/bank/line?id=" + encoded(id);
    }

    static String encoded(TransactionId id) {
        return URLEncoder.encode(id.toString(), StandardCharsets.UTF_8);
    }

    List<LineRow> of(BankLines.Found found) {
        Map<TransactionId, Decision> decisions = found.decisions();
        if (decisions == null) {
            return found.lines().stream()
                    .map(line -> row(line, unknown(line), null, Map.of()))
                    .toList();
        }
        Set<DocumentId> wanted = new LinkedHashSet<>();
        found.lines().forEach(line -> wanted.addAll(named(decisions.get(line.id()))));
        Map<DocumentId, InvoiceView> documents = documents(wanted);
        return found.lines().stream()
                .map(line -> of(line, decisions.get(line.id()), documents))
                .toList();
    }

    LineRow of(BankTransaction line, @Nullable Decision decision, Map<DocumentId, InvoiceView> documents) {
        return row(line, LineMark.of(line, decision, accounts.get(line.id().account())), decision, documents);
    }

    /** While the matching is away. */
    LineRow ofUnknown(BankTransaction line) {
        return row(line, unknown(line), null, Map.of());
    }

    List<LineRow> pending(List<BankTransaction> pending) {
        return pending.stream()
                .map(line -> row(line, LineMark.PENDING, null, Map.of()))
                .toList();
    }

    /** Documents by id; empty while the matching is away. */
    Map<DocumentId, InvoiceView> documents(Set<DocumentId> wanted) {
        List<DocumentId> asked = wanted.stream().limit(MOST_DOCUMENTS_ASKED).toList();
        return lines.matching().map(there -> there.invoices(caller, asked)).orElse(Map.of());
    }

    private static LineMark unknown(BankTransaction line) {
        boolean unreadable = line.state() == BankTransaction.State.UNREADABLE;
        return unreadable ? LineMark.of(line, null, null) : LineMark.UNKNOWN;
    }

    private LineRow row(
            BankTransaction line, LineMark mark, @Nullable Decision decision, Map<DocumentId, InvoiceView> documents) {
        FeedTransaction said = line.line();
        List<LineDocument> named = named(decision).stream()
                .map(document -> LineDocument.of(document, documents.get(document)))
                .toList();
        return new LineRow(
                line.id().toString(),
                href(line.id()),
                said == null ? LocalDate.ofInstant(line.arrivedAt(), BANK_ZONE) : said.executionDate(),
                who(said),
                text(said),
                label(line),
                said == null ? null : said.amount(),
                mark,
                named,
                decision != null && decision.state() != Decision.State.SUGGESTED,
                NoInvoiceWords.of(decision));
    }

    /** What stands in a row, of many documents the first. */
    private static List<DocumentId> named(@Nullable Decision decision) {
        if (decision != null && decision.state() == Decision.State.LINKED && decision.about() != null) {
            return List.of(decision.about());
        }
        return settled(decision).stream()
                .limit(MOST_DOCUMENTS_OF_A_LINE)
                .map(Application::document)
                .toList();
    }

    /** What a line settles; of an open one what it would, if the first proposal is right. */
    private static List<Application> settled(@Nullable Decision decision) {
        if (decision == null) {
            return List.of();
        }
        boolean suggested = decision.state() == Decision.State.SUGGESTED
                && decision.applications().isEmpty()
                && !decision.proposals().isEmpty();
        return suggested ? decision.proposals().get(0).applications() : decision.applications();
    }

    private @Nullable String label(BankTransaction line) {
        Account account = accounts.size() > 1 ? accounts.get(line.id().account()) : null;
        return account == null ? null : Masking.of(account.label());
    }

    private String who(@Nullable FeedTransaction line) {
        if (line == null) {
            return texts.say("line.unreadable");
        }
        String who = line.counterpartyName() == null ? line.description() : line.counterpartyName();
        return who == null || who.isBlank() ? texts.say("line.nameless") : oneLine(who);
    }

    private static @Nullable String text(@Nullable FeedTransaction line) {
        String text = line == null ? null : line.remittance();
        if (line != null && text == null && line.counterpartyName() != null) {
            text = line.description();
        }
        return text == null ? null : oneLine(text);
    }

    private static String oneLine(String text) {
        String flat = Masking.of(text).replaceAll("\\s+", " ").strip();
        return flat.length() <= LONGEST_TEXT ? flat : flat.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
