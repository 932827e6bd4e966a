package org.bankfeed.screens.internal.page.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.Span;
import org.bankfeed.screens.internal.view.Format;
import org.bankfeed.screens.internal.view.LineDetail.Fact;
import org.bankfeed.screens.internal.view.LineText;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Masking;
import org.jspecify.annotations.Nullable;

/** What the bank said of a line, with the characters marked that the reasons speak of. */
final class LineFacts {

    private final List<Evidence> evidence;
    private final Format format;
    private final List<Fact> facts = new ArrayList<>();

    private LineFacts(List<Evidence> evidence, Format format) {
        this.evidence = evidence;
        this.format = format;
    }

    static List<Fact> of(BankTransaction line, @Nullable Account account, List<Evidence> evidence, Format format) {
        LineFacts facts = new LineFacts(evidence, format);
        if (line.line() != null) {
            facts.said(line.line());
        }
        if (account != null) {
            facts.add(
                    "fact.our-account",
                    format.text(account.label()) + ", " + format.number(account.reference()),
                    Set.of());
        }
        facts.add("fact.here-since", format.moment(line.arrivedAt()), Set.of());
        facts.add("fact.number", line.id().feedId(), Set.of());
        return facts.facts;
    }

    private void said(FeedTransaction line) {
        add("fact.remittance", line.remittance(), Set.of("remittanceInformation", "remittance"));
        add("fact.description", line.description(), Set.of("description"));
        add("fact.counterparty", line.counterpartyName(), Set.of("counterpartName", "counterpartyName"));
        add(
                "fact.their-account",
                line.counterpartyAccount() == null ? null : format.counterparty(line.counterpartyAccount()),
                Set.of("counterpartReference", "counterpartyAccount"));
        if (!line.valueDate().equals(line.executionDate())) {
            add("fact.counts-from", format.day(line.valueDate()), Set.of());
        }
        add("fact.end-to-end", line.endToEndId(), Set.of("endToEndId"));
        add("fact.mandate", line.mandateId(), Set.of("mandateId"));
        add("fact.creditor", line.creditorId(), Set.of("creditorId"));
        add("fact.bank-code", line.bankCode() == null ? null : format.bankCode(line.bankCode()), Set.of());
        add("fact.own-code", line.proprietaryCode(), Set.of());
        add("fact.purpose", line.purposeCode(), Set.of());
        add("fact.further", line.additionalInformation(), Set.of("additionalInformation"));
    }

    private void add(String key, @Nullable String text, Set<String> fields) {
        if (text != null && !text.isBlank()) {
            List<Evidence> said = evidence.stream()
                    .filter(one -> one.field() != null && fields.contains(one.field()))
                    .toList();
            facts.add(new Fact(Message.of(key), marked(text, said)));
        }
    }

    /** Marked where the reasons say; in a text with a masked number nothing stands where it stood, and is looked for. */
    private static List<LineText.Part> marked(String text, List<Evidence> said) {
        String shown = Masking.of(text);
        boolean asItCame = shown.equals(text);
        List<Span> places = said.stream()
                .map(Evidence::at)
                .filter(at -> asItCame && at != null && at.to() <= text.length())
                .filter(Objects::nonNull)
                .toList();
        List<String> excerpts = said.stream()
                .filter(one -> !asItCame || one.at() == null)
                .map(Evidence::excerpt)
                .filter(Objects::nonNull)
                .map(Masking::of)
                .toList();
        return LineText.marked(shown, places, excerpts);
    }
}
