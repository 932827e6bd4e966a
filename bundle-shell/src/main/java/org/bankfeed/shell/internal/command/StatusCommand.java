package org.bankfeed.shell.internal.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.ReconnectReceipt;
import org.bankfeed.value.Masking;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "status",
        description = "Say how the bank links stand: last read when, next when, what is wrong, and who mends it how")
public final class StatusCommand extends BankCommand {

    @Override
    void run(Caller caller) throws Exception {
        BankJournal books = journal();
        List<Connection> connections = books.connections(caller).stream()
                .filter(connection -> connection.state() != Connection.State.CONNECTING)
                .toList();
        List<Notice> notices = books.notices(caller);
        Affected affected = new Affected(books.accounts(caller), matching, caller);
        Instant next = books.nextReading(caller).orElse(null);
        if (json) {
            printJson(new Json.Fields()
                    .put("nextReading", next)
                    .put(
                            "connections",
                            connections.stream()
                                    .map(connection -> json(books, caller, connection))
                                    .toList())
                    .put(
                            "notices",
                            notices.stream()
                                    .map(notice -> json(notice, affected))
                                    .toList())
                    .map());
            return;
        }
        if (connections.isEmpty()) {
            say("Nothing is connected yet: bank:connect begins.");
        }
        for (Connection connection : connections) {
            say(connection);
            books.lastReconnect(caller, connection.id()).ifPresent(this::say);
        }
        say("Next reading: " + (next == null ? "none by itself" : Texts.moment(next)) + ".");
        say("");
        print(notices, affected, settings().language());
    }

    private void say(Connection connection) {
        String name = Texts.orDash(Shapes.organization(connection)) + " through " + connection.feed() + " ("
                + connection.id() + ")";
        say(name + ": " + connection.state() + " since " + Texts.moment(connection.since()) + ", last read "
                + Texts.moment(connection.lastReadAt()) + ".");
    }

    private void say(ReconnectReceipt receipt) {
        String begun = "  It was reconnected " + Texts.moment(receipt.returnedAt()) + ": ";
        if (!receipt.complete()) {
            say(begun + "what came since " + Texts.moment(receipt.gapFrom()) + " is still being read.");
            return;
        }
        say(begun + receipt.doubled() + " lines doubled, " + receipt.lost() + " lost; the gap from "
                + Texts.minute(receipt.gapFrom()) + " to " + Texts.minute(receipt.gapTo()) + " is filled with "
                + receipt.filled() + " lines, " + receipt.recognized() + " came again and were recognised, "
                + receipt.doubtful() + " are in doubt" + (receipt.doubtful() == 0 ? "." : " (bank:doubts)."));
    }

    private static Map<String, @Nullable Object> json(BankJournal books, Caller caller, Connection connection) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>(Shapes.connection(connection));
        shape.put(
                "lastReconnect",
                books.lastReconnect(caller, connection.id())
                        .map(StatusCommand::json)
                        .orElse(null));
        return shape;
    }

    private static Map<String, @Nullable Object> json(ReconnectReceipt receipt) {
        return new Json.Fields()
                .put("returnedAt", receipt.returnedAt())
                .put("gapFrom", receipt.gapFrom())
                .put("gapTo", receipt.gapTo())
                .put("doubled", receipt.doubled())
                .put("lost", receipt.lost())
                .put("filled", receipt.filled())
                .put("recognized", receipt.recognized())
                .put("doubtful", receipt.doubtful())
                .map();
    }

    private void print(List<Notice> notices, Affected affected, Locale spoken) {
        ShellTable table = new ShellTable();
        table.column("Layer");
        table.column(Texts.in("Since"));
        table.column(Columns.sentence("What"));
        table.column(Columns.affected("Affects"));
        table.column("Who mends it");
        table.column(Columns.remedy("How"));
        table.emptyTableText("There is nothing to say of the links.");
        for (Notice notice : notices) {
            table.addRow()
                    .addContent(
                            Remedies.layer(notice),
                            Texts.minute(notice.since()),
                            Masking.of(notice.sentence(spoken)),
                            affected.words(notice),
                            Remedies.mender(notice),
                            Remedies.of(notice));
        }
        table.print(out);
    }

    private static Map<String, @Nullable Object> json(Notice notice, Affected affected) {
        return new Json.Fields()
                .put("kind", notice.kind())
                .put("layer", notice.kind().layer())
                .put("gravity", notice.gravity())
                .put("since", notice.since())
                .put("sentence", Masking.of(notice.sentence(Locale.ENGLISH)))
                .put("codes", notice.sentences().stream().map(Sentence::code).toList())
                .put("connection", notice.connection())
                .put("account", notice.account())
                .put(
                        "affected",
                        notice.affected().stream().map(Object::toString).toList())
                .put("waiting", affected.json(notice))
                .put("mender", notice.kind().mender())
                .put("remedy", notice.kind().remedy())
                .put("command", Remedies.of(notice))
                .map();
    }
}
