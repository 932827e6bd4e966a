package org.bankfeed.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.rehearsal.internal.CheckTest.MONDAY;
import static org.bankfeed.rehearsal.internal.CheckTest.TUESDAY;
import static org.bankfeed.rehearsal.internal.CheckTest.invoice;
import static org.bankfeed.rehearsal.internal.CheckTest.line;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.history.History;
import org.bankfeed.history.HistoryApplication;
import org.bankfeed.history.HistoryDecision;
import org.bankfeed.history.HistoryDecision.Verdict;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryEvent.InvoiceClosed;
import org.bankfeed.rehearsal.internal.Comparison.Why;
import org.bankfeed.rehearsal.internal.Told.Later;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final Map<String, HistoryDecision> decided = new LinkedHashMap<>();
    private final Map<String, Later> later = new LinkedHashMap<>();

    @Test
    void aLineThatIsBookedWhenItsDocumentComesIsBookedLater() throws Exception {
        evening("T1", Verdict.NONE);
        evening("T2", Verdict.NONE);
        later.put("T1", new Later(decision("T1", Verdict.AUTOMATIC, pays("S1", "9.00")), TUESDAY, true));

        assertThat(why(line("T1", MONDAY, "9.00", "S1"), invoice("S1", "9.00"), line("T2", TUESDAY, "1.00", "fee")))
                .containsExactly(Map.entry("T1", Why.BOOKED_LATER));
    }

    @Test
    void whatFollowsFromALineThatIsLinkedWhenItsDocumentIsClosedIsNoFault() throws Exception {
        evening("T1", Verdict.SUGGESTED, pays("S1", "9.00"));
        later.put("T1", new Later(decision("T1", Verdict.NONE), TUESDAY, true));
        evening("T2", Verdict.SUGGESTED, pays("S1", "9.00"));

        assertThat(why(
                        invoice("S1", "9.00"),
                        line("T1", MONDAY, "8.00", "S1"),
                        new InvoiceClosed("S1"),
                        line("T2", TUESDAY, "8.00", "S1")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("T1", Why.LINKED_LATER, "T2", Why.FOLLOWS));
    }

    @Test
    void aLineThatIsLinkedForNoReasonIsAFault() throws Exception {
        evening("T1", Verdict.SUGGESTED, pays("S1", "9.00"));
        later.put("T1", new Later(decision("T1", Verdict.NONE), TUESDAY, true));
        evening("T2", Verdict.NONE);

        assertThat(why(invoice("S1", "9.00"), line("T1", MONDAY, "8.00", "S1"), line("T2", TUESDAY, "1.00", "fee")))
                .containsExactly(Map.entry("T1", Why.UNEXPLAINED));
    }

    private Map<String, Why> why(HistoryEvent... events) throws IOException {
        Caller job = Caller.job(new CompanyId("Test"), "test");
        Map<String, Why> why = new LinkedHashMap<>();
        new Comparison(new NumberBacktests(), job, History.of(List.of(events)), decided, later)
                .differences()
                .forEach((line, difference) -> why.put(line, difference.why()));
        return why;
    }

    private void evening(String line, Verdict verdict, HistoryApplication... applications) {
        decided.put(line, decision(line, verdict, applications));
    }

    private static HistoryDecision decision(String line, Verdict verdict, HistoryApplication... applications) {
        return new HistoryDecision(line, verdict, List.of(applications), 0.9, List.of(), List.of());
    }

    private static HistoryApplication pays(String invoice, String amount) {
        return new HistoryApplication(invoice, new BigDecimal(amount));
    }
}
