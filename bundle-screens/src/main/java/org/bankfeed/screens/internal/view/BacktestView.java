package org.bankfeed.screens.internal.view;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.matching.BacktestReport.Counts;
import org.bankfeed.matching.BacktestReport.Mistake;
import org.bankfeed.matching.BacktestReport.Part;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.screens.internal.words.Texts;
import org.bankfeed.value.Masking;

/**
 * A backtest as a page says it.
 *
 * @param report what came of it
 * @param sentence the whole in one sentence
 * @param rows by kind, at last all together
 * @param months what became of each month's lines
 * @param mistakes those that are told, newest first
 */
public record BacktestView(
        BacktestReport report, Message sentence, List<Row> rows, List<Month> months, List<Told> mistakes) {

    /** One line of the table. */
    public record Row(Message name, Counts counts, String precision, String recall) {}

    /**
     * One column of the picture.
     *
     * @param label such as {@code Mar 2026}
     * @param parts from the foot to the top
     */
    public record Month(YearMonth label, Counts counts, List<Bar> parts) {}

    /** A part of a column; where it begins from above, and how high it is, in thousandths of the tallest. */
    public record Bar(String tone, long from, long height) {}

    /** A mistake: what would have been booked, what was decided, and why. */
    public record Told(
            Mistake line, String text, Message kind, Message booked, Message decided, List<String> reasons) {}

    public static BacktestView of(BacktestReport report, Texts texts) {
        List<Row> rows = new ArrayList<>();
        report.kinds().forEach(kind -> rows.add(row(KindWords.of(kind.kind()), kind.counts(), texts)));
        rows.add(row(Message.of("backtest.all"), report.total(), texts));
        long tallest = report.months().stream()
                .mapToLong(month -> month.counts().lines())
                .max()
                .orElse(1);
        return new BacktestView(
                report,
                sentence(report.total()),
                List.copyOf(rows),
                report.months().stream().map(month -> month(month, tallest)).toList(),
                report.mistakes().stream().map(one -> told(one, texts)).toList());
    }

    private static Message sentence(Counts all) {
        return all.right() + all.wrong() == 0
                ? Message.of("backtest.undecided", all.lines(), all.booked())
                : Message.of("backtest.sentence", all.lines(), all.booked(), all.right(), all.wrong());
    }

    private static Row row(Message name, Counts counts, Texts texts) {
        return new Row(name, counts, share(counts.precision(), texts), share(counts.recall(), texts));
    }

    /** Never rounded up to all: one mistake in a hundred thousand shows. */
    static String share(OptionalDouble share, Texts texts) {
        if (share.isEmpty()) {
            return "–";
        }
        double percent = Math.floor(share.getAsDouble() * 10_000) / 100;
        return share.getAsDouble() == 1
                ? "100 %"
                : String.format(Locale.ENGLISH, "%.2f %%", percent)
                        .replace(".", texts.notation().decimalSign());
    }

    private static Month month(BacktestReport.Month month, long tallest) {
        Counts c = month.counts();
        List<Bar> parts = new ArrayList<>();
        long foot = 1000;
        foot = add(parts, "good", c.right(), tallest, foot);
        foot = add(parts, "calm", c.booked() - c.right() - c.wrong(), tallest, foot);
        foot = add(parts, "bad", c.wrong(), tallest, foot);
        foot = add(parts, "warn", c.suggested(), tallest, foot);
        add(parts, "open", c.nothing(), tallest, foot);
        return new Month(month.month(), c, parts);
    }

    private static long add(List<Bar> parts, String tone, long lines, long tallest, long foot) {
        // what there is can be seen, however little it is
        long height = lines == 0 ? 0 : Math.max(8, lines * 1000 / tallest);
        if (height > 0) {
            parts.add(new Bar(tone, Math.max(0, foot - height), height));
        }
        return foot - height;
    }

    private static Told told(Mistake mistake, Texts texts) {
        return new Told(
                mistake,
                Masking.of(mistake.text()),
                KindWords.of(mistake.kind()),
                said(mistake.booked()),
                said(mistake.decided()),
                mistake.why().stream()
                        .map(why -> Words.sentence(texts.say(why)))
                        .toList());
    }

    static Message said(List<Part> parts) {
        return parts.isEmpty()
                ? Message.of("backtest.no-invoice")
                : Message.all(parts.stream().map(BacktestView::said).toList());
    }

    private static Message said(Part part) {
        Message pays = Message.all(part.number(), part.amount());
        return part.writeOff().isZero() ? pays : Message.of("backtest.written-off", pays, part.writeOff());
    }
}
