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
                    "Our account", format.text(account.label()) + ", " + format.number(account.reference()), Set.of());
        }
        facts.add("Here since", format.moment(line.arrivedAt()), Set.of());
        facts.add("Number of the line", line.id().feedId(), Set.of());
        return facts.facts;
    }

    private void said(FeedTransaction line) {
        add("What the payer wrote", line.remittance(), Set.of("remittanceInformation", "remittance"));
        add("What the bank calls it", line.description(), Set.of("description"));
        add("Counterparty", line.counterpartyName(), Set.of("counterpartName", "counterpartyName"));
        add(
                "Their account",
                line.counterpartyAccount() == null ? null : format.counterparty(line.counterpartyAccount()),
                Set.of("counterpartReference", "counterpartyAccount"));
        if (!line.valueDate().equals(line.executionDate())) {
            add("Counts from", format.day(line.valueDate()), Set.of());
        }
        add("End-to-end id", line.endToEndId(), Set.of("endToEndId"));
        add("Mandate", line.mandateId(), Set.of("mandateId"));
        add("Creditor", line.creditorId(), Set.of("creditorId"));
        add("Bank code", line.bankCode(), Set.of());
        add("Bank's own code", line.proprietaryCode(), Set.of());
        add("Purpose", line.purposeCode(), Set.of());
        add("Further information", line.additionalInformation(), Set.of("additionalInformation"));
    }

    private void add(String label, @Nullable String text, Set<String> fields) {
        if (text != null && !text.isBlank()) {
            List<Evidence> said = evidence.stream()
                    .filter(one -> one.field() != null && fields.contains(one.field()))
                    .toList();
            facts.add(new Fact(label, marked(text, said)));
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
