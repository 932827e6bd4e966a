package org.bankfeed.screens.internal.page.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.DoubtfulLine;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.DoubtCard;
import org.bankfeed.screens.internal.view.Format;
import org.bankfeed.screens.internal.view.LineRow;
import org.bankfeed.screens.internal.view.LineText;
import org.bankfeed.screens.internal.view.TextDifference;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** Lays doubtful lines beside what they may be. Made for one answer. */
final class DoubtCards {

    private final Format format;
    private final BankLines lines;
    private final LineRows rows;
    private final Map<AccountId, Account> accounts = new HashMap<>();

    DoubtCards(Rooms rooms, Visit visit) {
        Caller caller = visit.caller();
        List<Account> all = rooms.journal().accounts(caller);
        this.format = new Format(rooms.clock(), visit.texts());
        this.lines = new BankLines(rooms, caller);
        this.rows = new LineRows(lines, caller, all, visit.texts());
        all.forEach(account -> accounts.put(account.id(), account));
    }

    List<DoubtCard> of(List<DoubtfulLine> doubts) {
        List<BankTransaction> known = doubts.stream()
                .flatMap(doubt -> doubt.candidates().stream())
                .distinct()
                .toList();
        Map<String, LineRow> said = new HashMap<>();
        rows.of(new BankLines.Found(known, decisions(known), null, known.size()))
                .forEach(row -> said.put(row.id(), row));
        return doubts.stream().map(doubt -> card(doubt, said)).toList();
    }

    private @Nullable Map<TransactionId, Decision> decisions(List<BankTransaction> known) {
        return lines.matching().isEmpty() ? null : lines.decisions(known);
    }

    private DoubtCard card(DoubtfulLine doubt, Map<String, LineRow> said) {
        List<DoubtCard.Candidate> candidates = new ArrayList<>();
        for (BankTransaction known : doubt.candidates()) {
            LineRow row = said.get(known.id().toString());
            if (row != null) {
                candidates.add(new DoubtCard.Candidate(known.id().toString(), row));
            }
        }
        Account account = accounts.get(doubt.line().id().account());
        return new DoubtCard(
                doubt.line().id().toString(),
                account == null ? null : format.text(account.label()),
                doubt.line().arrivedAt(),
                candidates,
                fields(doubt));
    }

    private List<DoubtCard.Field> fields(DoubtfulLine doubt) {
        List<DoubtCard.Field> fields = new ArrayList<>();
        asked().forEach((label, ask) -> {
            String came = said(doubt.line(), ask);
            List<@Nullable String> known = new ArrayList<>();
            doubt.candidates().forEach(line -> known.add(said(line, ask)));
            if (Stream.concat(Stream.ofNullable(came), known.stream()).anyMatch(text -> text != null)) {
                List<List<LineText.Part>> beside = new ArrayList<>();
                known.forEach(text -> beside.add(TextDifference.of(text, came)));
                fields.add(new DoubtCard.Field(Message.of(label), TextDifference.of(came, known.get(0)), beside));
            }
        });
        return fields;
    }

    private Map<String, Function<FeedTransaction, @Nullable String>> asked() {
        Map<String, Function<FeedTransaction, @Nullable String>> asked = new LinkedHashMap<>();
        asked.put("word.day", line -> format.day(line.executionDate()));
        asked.put("fact.counts-from", line -> format.day(line.valueDate()));
        asked.put("word.amount", line -> format.money(line.amount()));
        asked.put("fact.counterparty", FeedTransaction::counterpartyName);
        asked.put("fact.their-account", FeedTransaction::counterpartyAccount);
        asked.put("fact.remittance", FeedTransaction::remittance);
        asked.put("fact.description", FeedTransaction::description);
        asked.put("fact.end-to-end", FeedTransaction::endToEndId);
        asked.put("fact.mandate", FeedTransaction::mandateId);
        asked.put("fact.bank-code", FeedTransaction::bankCode);
        asked.put("fact.further", FeedTransaction::additionalInformation);
        return asked;
    }

    private static @Nullable String said(BankTransaction line, Function<FeedTransaction, @Nullable String> ask) {
        FeedTransaction read = line.line();
        String text = read == null ? null : ask.apply(read);
        return text == null || text.isBlank() ? null : text;
    }
}
