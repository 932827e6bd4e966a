package org.bankfeed.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.rehearsal.DayReport;
import org.bankfeed.rehearsal.TimeLapse;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "next-day",
        description = "In a demonstration: let the company live its next day at once")
public final class NextDayCommand extends BankCommand {

    @Reference(optional = true)
    @Nullable
    TimeLapse time;

    @Override
    void run(Caller caller) throws Exception {
        if (time == null) {
            throw new CommandException("Only in a demonstration can a day be skipped: this container keeps real time");
        }
        DayReport report = time.nextDay(caller);
        if (json) {
            printJson(new Json.Fields()
                    .put("day", report.day())
                    .put("documents", report.documents())
                    .put("lines", report.lines())
                    .put("automatic", report.automatic())
                    .put("toDecide", report.toDecide())
                    .put("problem", report.problem())
                    .map());
            return;
        }
        print(report);
    }

    private void print(DayReport report) {
        ShellTable table = new ShellTable();
        table.column("Day");
        table.column("Documents entered").alignRight();
        table.column("Lines arrived").alignRight();
        table.column("Booked by themselves").alignRight();
        table.column("Left to you").alignRight();
        table.addRow()
                .addContent(report.day(), report.documents(), report.lines(), report.automatic(), report.toDecide());
        table.print(out);
        if (report.problem() != null) {
            say(report.problem());
        }
    }
}
