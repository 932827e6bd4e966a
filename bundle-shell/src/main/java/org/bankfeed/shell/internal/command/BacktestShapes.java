package org.bankfeed.shell.internal.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.matching.BacktestReport.Counts;
import org.bankfeed.matching.BacktestReport.Mistake;
import org.bankfeed.matching.BacktestReport.Part;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.MatchKind;
import org.jspecify.annotations.Nullable;

/** A backtest as a table for people and as a document for scripts. */
record BacktestShapes(boolean full, Locale spoken) {

    void print(BacktestReport report, PrintStream out) {
        report.notes().forEach(out::println);
        ShellTable table = new ShellTable();
        table.column("Kind");
        for (String name : List.of(
                "Lines", "Would book", "Right", "Wrong", "Suggested", "Of 3 right", "Nothing", "Precision", "Recall")) {
            table.column(name).alignRight();
        }
        table.emptyTableText("There is no bank line in it.");
        report.kinds().forEach(kind -> row(table, said(kind.kind()), kind.counts()));
        if (report.kinds().size() > 1) {
            row(table, "All", report.total());
        }
        table.print(out);
        out.println("Held against what a person decided of " + report.decidedByPerson() + " lines, and "
                + report.standing() + " that were booked by themselves and that nobody took back."
                + (report.complete() ? "" : " It was ended before the end."));
        report.mistakes().forEach(mistake -> print(mistake, out));
        long more = report.total().wrong() - report.mistakes().size();
        if (more > 0) {
            out.println("… and " + more + " older ones.");
        }
    }

    private static void row(ShellTable table, String name, Counts c) {
        table.addRow()
                .addContent(
                        name,
                        c.lines(),
                        c.booked(),
                        c.right(),
                        c.wrong(),
                        c.suggested(),
                        c.firstThree(),
                        c.nothing(),
                        share(c.precision()),
                        share(c.recall()));
    }

    private static String share(OptionalDouble share) {
        // never rounded up to all: one mistake in a hundred thousand shows
        return share.isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%.2f %%", Math.floor(share.getAsDouble() * 10_000) / 100);
    }

    static String said(@Nullable MatchKind kind) {
        return kind == null ? "Nothing to pay, or not explained" : kind.name().charAt(0) + rest(kind);
    }

    private static String rest(MatchKind kind) {
        return kind.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void print(Mistake mistake, PrintStream out) {
        out.println();
        out.println("Wrong: " + mistake.day() + "  " + mistake.amount() + "  "
                + Texts.orDash(Shapes.text(mistake.counterparty(), full)) + "  "
                + Texts.shortened(Shapes.text(mistake.text(), full), 100));
        out.println("  would book  " + said(mistake.booked()) + " (" + said(mistake.kind()) + ", "
                + Texts.percent(mistake.confidence()) + ")");
        out.println("  was decided " + said(mistake.decided()));
        mistake.why()
                .forEach(why -> out.println("  "
                        + (why.speaks() == Evidence.Speaks.FOR ? "+ " : "- ")
                        + Shapes.text(why.sentence(spoken), full)));
    }

    static String said(List<Part> parts) {
        return parts.isEmpty()
                ? "pays no invoice"
                : parts.stream().map(BacktestShapes::said).collect(Collectors.joining(", "));
    }

    private static String said(Part part) {
        String writeOff =
                part.writeOff().isZero() ? "" : " + " + part.writeOff().decimal() + " written off";
        return part.number() + ": " + part.amount() + writeOff;
    }

    Map<String, @Nullable Object> json(BacktestReport report) {
        return new Json.Fields()
                .put("complete", report.complete())
                .put("documents", report.documents())
                .put("from", report.from())
                .put("to", report.to())
                .put("decidedByPerson", report.decidedByPerson())
                .put("standing", report.standing())
                .put("total", counts(report.total()))
                .put(
                        "kinds",
                        report.kinds().stream()
                                .map(kind -> new Json.Fields()
                                        .put("kind", kind.kind())
                                        .put("counts", counts(kind.counts()))
                                        .map())
                                .toList())
                .put("mistakes", report.mistakes().stream().map(this::json).toList())
                .put("notes", report.notes())
                .map();
    }

    private static Map<String, @Nullable Object> counts(Counts counts) {
        return new Json.Fields()
                .put("lines", counts.lines())
                .put("booked", counts.booked())
                .put("right", counts.right())
                .put("wrong", counts.wrong())
                .put("suggested", counts.suggested())
                .put("firstThree", counts.firstThree())
                .put("nothing", counts.nothing())
                .put("paying", counts.paying())
                .map();
    }

    private Map<String, @Nullable Object> json(Mistake mistake) {
        return new Json.Fields()
                .put("transaction", mistake.line())
                .put("executionDate", mistake.day())
                .put("amount", mistake.amount().decimal())
                .put("currency", mistake.amount().currency())
                .put("counterparty", Shapes.text(mistake.counterparty(), full))
                .put("remittance", Shapes.text(mistake.text(), full))
                .put("kind", mistake.kind())
                .put("confidence", mistake.confidence())
                .put("booked", parts(mistake.booked()))
                .put("decided", parts(mistake.decided()))
                .put("evidence", Shapes.evidence(mistake.why(), full, spoken))
                .map();
    }

    static List<Map<String, @Nullable Object>> parts(List<Part> parts) {
        return parts.stream()
                .map(part -> new Json.Fields()
                        .put("invoice", part.document())
                        .put("number", part.number())
                        .put("amount", part.amount().decimal())
                        .put("writeOff", part.writeOff().decimal())
                        .map())
                .toList();
    }
}
