package org.bankfeed.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.feed.FeedUsage;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.ChangedAmount;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.DoubtfulLine;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.ProviderRecord;
import org.bankfeed.journal.ProviderRecord.Agreement;
import org.bankfeed.journal.ProviderRecord.SharedAccount;
import org.bankfeed.journal.ReceivedEvent;
import org.bankfeed.journal.ReconnectReceipt;
import org.bankfeed.journal.Refusal;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.SyncProgress;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.OpenSales;
import org.bankfeed.shell.internal.AccountsForTests;
import org.bankfeed.shell.internal.SettingsForTests;
import org.bankfeed.shell.internal.SignedIn;
import org.bankfeed.value.InternetAddress;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the shell says and does of the links: the same as the pages. */
final class LinkCommandsTest {

    private static final String IBAN = "BE68539007547034";
    private static final AccountId ACCOUNT = new AccountId("a1");
    private static final ConnectionId LINK = new ConnectionId("c1");
    private static final Instant MORNING = Instant.parse("2026-03-16T07:00:00Z");
    private static final TransactionId CAME = new TransactionId(ACCOUNT, "new-1");
    private static final TransactionId KNOWN = new TransactionId(ACCOUNT, "old-1");

    private final FakeBankJournal journal = new FakeBankJournal(new CompanyId("Acme"));

    @BeforeEach
    void link() {
        journal.feed("ponto");
        journal.put(connection(LINK, Connection.State.CONNECTED));
        journal.put(AccountsForTests.called(ACCOUNT, LINK, "Giro"));
    }

    @Test
    void syncNowOrdersWithTheAddressAndTellsHowFarItIs() throws Exception {
        journal.steps(new SyncProgress(ACCOUNT, SyncProgress.Step.DETAILS, 0, 1, asks(IBAN)));
        SyncCommand command = syncNow("81.82.83.84");
        command.accounts = List.of("a1");

        String said = run(command);

        assertThat(said)
                .contains("0 of 1  KBC is asked for the balance of BE…7034.")
                .doesNotContain(IBAN);
        assertThat(journal.orders()).singleElement().satisfies(order -> {
            assertThat(InternetAddress.of(order.person())).hasToString("81.82.83.84");
            assertThat(order.accounts()).isEqualTo(Set.of(ACCOUNT));
            assertThat(order.caller().name()).isEqualTo("ann");
        });
    }

    private static Sentence asks(String account) {
        return Sentence.of(SentenceCode.ASKS_FOR_BALANCE, new Name("KBC"), new Name(account));
    }

    @Test
    void whatKeepsAllAccountsIsSaidOnce() throws Exception {
        Sentence problem = Sentence.quoted("Ponto wants it signed.");
        journal.receipt(new SyncReceipt(
                List.of(
                        new SyncReceipt.AccountPart(ACCOUNT, 0, 0, 0, true, problem),
                        new SyncReceipt.AccountPart(new AccountId("a2"), 0, 0, 0, true, problem)),
                List.of()));

        assertThat(run(syncNow("81.82.83.84")).lines())
                .filteredOn(line -> line.contains("signed"))
                .hasSize(1);
    }

    @Test
    void syncNowAsJsonIsOneDocument() throws Exception {
        journal.steps(new SyncProgress(ACCOUNT, SyncProgress.Step.DETAILS, 0, 1, asks("Giro")));
        journal.receipt(new SyncReceipt(
                List.of(new SyncReceipt.AccountPart(ACCOUNT, 2, 0, 0, true, Sentence.quoted("of " + IBAN))),
                List.of()));
        SyncCommand command = syncNow("81.82.83.84");
        command.json = true;

        JsonNode receipt = json(command);

        assertThat(receipt.get("asked").asBoolean()).isTrue();
        assertThat(receipt.get("added").asInt()).isEqualTo(2);
        assertThat(receipt.toString()).doesNotContain(IBAN);
    }

    @Test
    void syncNowTakesTheAddressOfTheSettingsIfNoneIsSaid() throws Exception {
        SyncCommand command = syncNow(null);
        command.settings = SettingsForTests.of(Map.of("company", "Acme", "address", "81.82.83.84"));

        run(command);

        assertThat(journal.orders()).hasSize(1);
    }

    @Test
    void anAddressThatIsNoPublicOneIsRefusedBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> run(syncNow(null)))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("--address");
        assertThatThrownBy(() -> run(syncNow("192.168.1.4")))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("192.168.1.4 is known in your own network only");
        assertThatThrownBy(() -> run(syncNow("localhost")))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("'localhost' is no internet address");
        assertThat(journal.orders()).isEmpty();
    }

    @Test
    void statusSaysLayerMenderAndRemedy() throws Exception {
        journal.nextReading(MORNING);
        journal.tell(new Notice(
                Notice.Kind.AUTHORIZATION_ENDED,
                MORNING,
                FakeBankJournal.saying("The consent for " + IBAN + " has ended."),
                LINK,
                ACCOUNT));

        assertThat(run(new StatusCommand()))
                .contains("Acme NV through ponto (c1): CONNECTED", "Next reading: 2026-03-16")
                .contains("consent at the bank", "BE…7034 has ended", "the account's holder", "bank:renew a1")
                .doesNotContain(IBAN);
        StatusCommand asJson = new StatusCommand();
        asJson.json = true;
        JsonNode notice = json(asJson).get("notices").get(0);
        assertThat(notice.get("layer").asText()).isEqualTo("AUTHORIZATION");
        assertThat(notice.get("mender").asText()).isEqualTo("ACCOUNT_HOLDER");
        assertThat(notice.get("remedy").asText()).isEqualTo("RENEW");
        assertThat(notice.get("command").asText()).isEqualTo("bank:renew a1");
        assertThat(notice.get("affected").get(0).asText()).isEqualTo("a1");
    }

    @Test
    void noticesSpeakTheLanguageOfTheSettingsAndScriptsReadEnglishAndCodes() throws Exception {
        journal.tell(new Notice(
                Notice.Kind.AUTHORIZATION_ENDED,
                MORNING,
                List.of(
                        Sentence.of(
                                SentenceCode.CONSENT_REFUSED,
                                new Argument.Name("Ponto"),
                                new Argument.Name("Giro " + IBAN)),
                        Sentence.of(SentenceCode.CONSENT_NEEDED)),
                LINK,
                ACCOUNT));

        assertThat(inDutch(new StatusCommand(), false).replaceAll("[|\\s]+", " "))
                .contains("weigert de toestemming", "Voor de rekening moet opnieuw");
        JsonNode notice = new ObjectMapper()
                .readTree(inDutch(new StatusCommand(), true))
                .get("notices")
                .get(0);
        assertThat(notice.get("sentence").asText())
                .isEqualTo("Ponto has no longer access to account Giro BE…7034: the bank refuses the authorization. The"
                        + " account needs to be authorized again.");
        assertThat(notice.get("codes")).hasToString("[\"CONSENT_REFUSED\",\"CONSENT_NEEDED\"]");
        assertThat(inDutch(new DoctorCommand(), true)).contains("the bank refuses the authorization");
    }

    @Test
    void theDoctorSpeaksTheLanguageOfTheSettings() {
        journal.tell(new Notice(
                Notice.Kind.AUTHORIZATION_ENDED,
                MORNING,
                List.of(Sentence.of(SentenceCode.CONSENT_NEEDED)),
                LINK,
                ACCOUNT));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DoctorCommand doctor = new DoctorCommand();
        doctor.settings = SettingsForTests.of(Map.of("company", "Acme", "language", "nl"));
        doctor.journal = journal;
        doctor.out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

        assertThatThrownBy(() -> SignedIn.as(doctor::execute, "admin")).hasMessageContaining("faults");

        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("Voor de rekening moet opnieuw");
    }

    private String inDutch(BankCommand command, boolean json) throws Exception {
        command.settings = SettingsForTests.of(Map.of("company", "Acme", "language", "nl"));
        command.json = json;
        return run(command);
    }

    @Test
    void statusCountsTheInvoicesWhoseRemindersAreToBeHeld() throws Exception {
        FakeMatching matching = new FakeMatching();
        matching.openSales = new OpenSales(12, 3, List.of(Money.of("1289.50", "EUR")));
        journal.tell(new Notice(
                Notice.Kind.AUTHORIZATION_ENDED, MORNING, FakeBankJournal.saying("It has ended."), LINK, ACCOUNT));
        journal.tell(
                new Notice(Notice.Kind.AUTHORIZATION_ENDS, MORNING, FakeBankJournal.saying("It ends."), LINK, ACCOUNT));
        StatusCommand command = new StatusCommand();
        command.matching = matching;

        assertThat(run(command)).containsOnlyOnce("Giro; 12 open sales").containsOnlyOnce("3 overdue");

        StatusCommand asJson = new StatusCommand();
        asJson.matching = matching;
        asJson.json = true;
        JsonNode notices = json(asJson).get("notices");
        assertThat(notices.get(0).get("waiting"))
                .hasToString(
                        "{\"invoices\":12,\"overdue\":3,\"outstanding\":[{\"amount\":\"1289.50\",\"currency\":\"EUR\"}]}");
        assertThat(notices.get(1).get("waiting").isNull())
                .as("nothing stops yet")
                .isTrue();
    }

    @Test
    void nothingOfASentenceIsLostWhereItIsFolded() throws Exception {
        String word = "abcdefghi ";
        String sentence = word.repeat(6).strip() + "; " + "x".repeat(150) + " and the end";
        journal.tell(new Notice(Notice.Kind.READ_ONLY, MORNING, FakeBankJournal.saying(sentence), LINK, ACCOUNT));

        String printed = run(new StatusCommand())
                .lines()
                .filter(line -> line.chars().filter(sign -> sign == '|').count() > 2)
                .map(line -> line.split("\\|")[2].strip())
                .collect(Collectors.joining());

        assertThat(printed.replace(" ", "")).contains(sentence.replace(" ", ""));
    }

    @Test
    void theStatusTellsWhatBecameOfTheGapWhenALinkCameBack() throws Exception {
        journal.put(new ReconnectReceipt(LINK, MORNING, MORNING.minus(Duration.ofDays(3)), MORNING, 40, 0, 0, 7, 2));

        assertThat(run(new StatusCommand()))
                .contains(
                        "0 lines doubled, 0 lost; the gap from 2026-03-13 08:00 to 2026-03-16 08:00 is filled with 7 lines")
                .contains("40 came again and were recognised, 2 are in doubt (bank:doubts)");
        StatusCommand asJson = new StatusCommand();
        asJson.json = true;
        JsonNode told = json(asJson).get("connections").get(0).get("lastReconnect");
        assertThat(told.get("filled").asLong()).isEqualTo(7);
    }

    @Test
    void aLongSentenceIsFoldedAtItsWordsSoThatTheTableStaysOne() throws Exception {
        String sentence = "The bank rests, and ".repeat(20) + "then it works again.";
        journal.tell(new Notice(Notice.Kind.READ_ONLY, MORNING, FakeBankJournal.saying(sentence), LINK, ACCOUNT));

        String printed = run(new StatusCommand());

        assertThat(printed.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(170));
        assertThat(printed).contains("The bank rests, and The bank rests,").contains("works again.");
    }

    @Test
    void theDoctorSaysWhoMendsANoticeAndThatWaitingIsNoFault() throws Exception {
        journal.tell(new Notice(
                Notice.Kind.CONNECTION_BROKEN, MORNING, FakeBankJournal.saying("It is refused."), LINK, null));
        journal.tell(
                new Notice(Notice.Kind.READ_ONLY, MORNING, FakeBankJournal.saying("The bank rests."), LINK, ACCOUNT));
        DoctorCommand doctor = new DoctorCommand();
        doctor.json = true;

        JsonNode findings = json(doctor).get("findings");

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.get("sentence").asText()).isEqualTo("[connection] It is refused.");
            assertThat(finding.get("state").asText()).isEqualTo("FAULT");
            assertThat(finding.get("remedy").asText()).isEqualTo("administrator: bank:connect");
        });
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.get("sentence").asText()).isEqualTo("[bank] The bank rests.");
            assertThat(finding.get("state").asText()).isEqualTo("OK");
        });
    }

    @Test
    void theDoctorSendsWhoHasAWrongConfigurationToItAndNotToSynchronize() throws Exception {
        journal.feed("ponto");
        journal.feedFault("ponto", "Feed 'ponto': client.id is missing. It is configured in ponto-main.cfg.");
        journal.put(new Connection(
                LINK,
                "ponto",
                Connection.State.CONNECTED,
                null,
                MORNING,
                MORNING,
                Sentence.quoted("Ponto refuses our client")));
        journal.tell(new Notice(
                Notice.Kind.FEED_FAULT,
                MORNING,
                FakeBankJournal.saying("Feed 'ponto': client.id is missing."),
                LINK,
                null));
        DoctorCommand doctor = new DoctorCommand();
        doctor.json = true;

        JsonNode findings = json(doctor).get("findings");

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.get("part").asText()).isEqualTo("Feeds");
            assertThat(finding.get("state").asText()).isEqualTo("FAULT");
            assertThat(finding.get("sentence").asText()).endsWith("It is configured in ponto-main.cfg.");
            assertThat(finding.get("remedy").asText()).contains("Mend the feed's configuration");
        });
        assertThat(findings.findValuesAsText("remedy")).noneMatch(remedy -> remedy.contains("bank:sync"));
    }

    @Test
    void eventsAndRefusalsAreListed() throws Exception {
        assertThat(run(new EventsCommand())).contains("No webhook has come");
        assertThat(run(new RefusalsCommand())).contains("Nothing was refused");
        journal.arrive(new ReceivedEvent(
                "e1",
                FeedEvent.Kind.TRANSACTIONS_CREATED,
                "the.type",
                LINK,
                ACCOUNT,
                MORNING,
                MORNING,
                2,
                ReceivedEvent.State.DONE,
                Sentence.of(SentenceCode.EVENT_CONSENT_RENEWED)));
        journal.put(new Refusal(Refusal.Kind.WEBHOOK, 7, MORNING, Sentence.of(FaultCode.WEBHOOK_SIGNATURE_WRONG)));

        assertThat(run(new EventsCommand()))
                .contains("TRANSACTIONS_CREATED", "a1", "DONE", "The holder renewed his consent");
        assertThat(run(new RefusalsCommand())).contains("WEBHOOK", "7", "The webhook’s signature does not hold.");
        EventsCommand dutch = new EventsCommand();
        dutch.settings = SettingsForTests.of(Map.of("company", "Acme", "language", "nl"));
        assertThat(run(dutch)).contains("De houder heeft zijn toestemming vernieuwd");
        EventsCommand events = new EventsCommand();
        events.json = true;
        assertThat(json(events).get(0).get("deliveries").asInt()).isEqualTo(2);
        RefusalsCommand refusals = new RefusalsCommand();
        refusals.json = true;
        assertThat(json(refusals).get(0).get("count").asLong()).isEqualTo(7);
    }

    @Test
    void aChangedAmountIsListedSettledAndTakenBack() throws Exception {
        assertThat(run(new AmountsCommand())).contains("The bank has changed no amount.");
        BankTransaction line = line(KNOWN, BankTransaction.State.BOOKED);
        journal.changeAmount(new ChangedAmount(line, Money.of("70.00", "EUR"), MORNING, null, null));

        assertThat(run(new AmountsCommand()))
                .contains("a1/old-1", "121.00 EUR", "70.00 EUR", "bank:amount-settle LINE");
        AmountSettleCommand settle = new AmountSettleCommand();
        settle.id = KNOWN.toString();
        assertThat(run(settle)).contains("a1/old-1 is settled; --undo takes that back");
        AmountSettleCommand undo = new AmountSettleCommand();
        undo.id = KNOWN.toString();
        undo.more = List.of("--undo", "--json");
        assertThat(json(undo).get("settledBy").isNull()).isTrue();
        AmountSettleCommand other = new AmountSettleCommand();
        other.id = CAME.toString();
        assertThatThrownBy(() -> run(other))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("bank:amounts lists those");
    }

    @Test
    void doubtsAreListedWithWhatTheyMayBe() throws Exception {
        assertThat(run(new DoubtsCommand())).contains("No line is in doubt.");
        doubt(KNOWN);

        assertThat(run(new DoubtsCommand()))
                .contains("a1/new-1", "may be", "a1/old-1", "121.00 EUR", "bank:doubt-same")
                .doesNotContain(IBAN);
        DoubtsCommand asJson = new DoubtsCommand();
        asJson.json = true;
        assertThat(json(asJson).at("/0/candidates/0/id").asText()).isEqualTo("a1/old-1");
        assertThat(json(asJson).at("/0/line/state").asText()).isEqualTo("DOUBTFUL");
    }

    @Test
    void aDoubtfulLineIsTheSameAndThatIsTakenBack() throws Exception {
        doubt(KNOWN);
        DoubtSameCommand same = new DoubtSameCommand();
        same.id = CAME.toString();

        assertThat(run(same)).contains("a1/new-1 is the same as a1/old-1", "bank:doubt-new a1/new-1 takes that back");
        assertThatThrownBy(() -> run(same)).isInstanceOf(CommandException.class).hasMessageContaining("bank:doubts");

        DoubtNewCommand fresh = new DoubtNewCommand();
        fresh.id = CAME.toString();
        fresh.more = List.of("--json");
        assertThat(json(fresh).get("state").asText()).isEqualTo("NEW");
    }

    @Test
    void thatADoubtfulLineIsNewIsTakenBackWithWhatItWasMatchedWith() throws Exception {
        doubt(KNOWN);
        DoubtNewCommand fresh = new DoubtNewCommand();
        fresh.id = CAME.toString();
        assertThat(run(fresh)).contains("bank:doubt-same a1/new-1 takes that back");
        FakeMatching matching = new FakeMatching();
        matching.decisions.put(
                CAME,
                new Decision(
                        CAME,
                        Decision.State.AUTOMATIC,
                        Decision.BookingStatus.BOOKED,
                        List.of(),
                        1,
                        List.of(),
                        List.of(),
                        0,
                        3,
                        null,
                        MORNING,
                        null));
        DoubtSameCommand same = new DoubtSameCommand();
        same.id = CAME.toString();
        same.matching = matching;

        assertThat(run(same)).contains("a1/new-1 is the same as a1/old-1");
        assertThat(journal.saidNew(Caller.job(new CompanyId("Acme"), "test"))).isEmpty();
        assertThat(matching.decisions.get(CAME).state()).isEqualTo(Decision.State.NOT_AN_INVOICE);
    }

    @Test
    void allDoubtfulLinesOfAnAccountAreDecidedOnceTheirNumberIsSaid() throws Exception {
        doubt(KNOWN);
        DoubtAllCommand ask = new DoubtAllCommand();
        ask.account = "a1";
        ask.same = true;
        assertThat(run(ask)).contains("Nothing was done", "of 1 line", "--count 1");
        DoubtAllCommand wrong = new DoubtAllCommand();
        wrong.account = "a1";
        wrong.same = true;
        wrong.count = 2;
        assertThatThrownBy(() -> run(wrong)).isInstanceOf(CommandException.class);
        DoubtAllCommand all = new DoubtAllCommand();
        all.account = "a1";
        all.more = List.of("--same", "--count", "1");
        assertThat(run(all)).contains("1 line kept as other ids");
        assertThatThrownBy(() -> run(new DoubtAllCommand())).hasMessageContaining("--new or --same");
    }

    @Test
    void whereThereAreSeveralCandidatesOneIsSaid() throws Exception {
        TransactionId other = new TransactionId(ACCOUNT, "old-2");
        doubt(KNOWN, other);
        DoubtSameCommand vague = new DoubtSameCommand();
        vague.id = CAME.toString();
        assertThatThrownBy(() -> run(vague))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("There are 2 lines");

        DoubtSameCommand clear = new DoubtSameCommand();
        clear.id = CAME.toString();
        clear.more = List.of("a1/old-2", "--json");
        assertThat(json(clear).get("known").asText()).isEqualTo("a1/old-2");
    }

    @Test
    void anotherOrganizationIsAccepted() throws Exception {
        journal.put(connection(new ConnectionId("c2"), Connection.State.UNCONFIRMED));
        AcceptCommand accept = new AcceptCommand();
        accept.connection = "c2";

        assertThat(run(accept)).contains("Accepted: Acme NV (c2)");
        assertThatThrownBy(() -> {
                    AcceptCommand unknown = new AcceptCommand();
                    unknown.connection = "c9";
                    run(unknown);
                })
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("c9");
    }

    @Test
    void usageTellsWhatTheProviderCountsAndWhereTheListsDiffer() throws Exception {
        FeedUsage usage = new FeedUsage(YearMonth.of(2026, 3), new BigDecimal("1.40"), null, null, null, null);
        SharedAccount ours = new SharedAccount(
                new FeedAccountId("f-1"),
                ACCOUNT,
                Agreement.HERE_ONLY,
                null,
                null,
                Sentence.of(SentenceCode.RECORD_HERE_ONLY, new Name("Ponto")));
        journal.put(new ProviderRecord(LINK, usage, List.of(ours), 3));

        assertThat(run(new UsageCommand()))
                .contains(
                        "In 2026-03 the provider counts 1.4 accounts",
                        "Giro, BE…7034",
                        "HERE_ONLY",
                        "Ponto showed it when the link was last read")
                .contains("3 more accounts", "Shared since (Brussels)")
                .doesNotContain(IBAN);
        UsageCommand asJson = new UsageCommand();
        asJson.connection = "c1";
        asJson.more = List.of("--json", "--month", "2026-03");
        assertThat(json(asJson).get("accountCount").decimalValue()).isEqualByComparingTo("1.4");
        assertThat(json(asJson).at("/accounts/0/agreement").asText()).isEqualTo("HERE_ONLY");
    }

    @Test
    void usageOfAWayWithoutRecordsIsOneSentence() throws Exception {
        assertThatThrownBy(() -> run(new UsageCommand()))
                .isInstanceOf(CommandException.class)
                .hasMessage("This way keeps no records.");
        journal.put(connection(new ConnectionId("c2"), Connection.State.CONNECTED));
        assertThatThrownBy(() -> run(new UsageCommand())).hasMessage("Say which connection: c1, c2");
        UsageCommand vague = new UsageCommand();
        vague.month = "soon";
        vague.connection = "c1";
        assertThatThrownBy(() -> run(vague)).hasMessageContaining("write it as 2026-11");
    }

    @Test
    void anAccountIsCalledOtherwise() throws Exception {
        AccountCommand name = new AccountCommand();
        name.id = "a1";
        name.label = "Shop till";
        assertThat(run(name)).startsWith("Shop till, BE…7034");
    }

    private SyncCommand syncNow(@Nullable String address) {
        SyncCommand command = new SyncCommand();
        command.now = true;
        command.address = address;
        return command;
    }

    private String run(BankCommand command) throws Exception {
        command.journal = journal;
        return AsUser.run(command);
    }

    private JsonNode json(BankCommand command) throws Exception {
        return new ObjectMapper().readTree(run(command));
    }

    private void doubt(TransactionId... known) {
        List<BankTransaction> candidates = Arrays.stream(known)
                .map(id -> line(id, BankTransaction.State.BOOKED))
                .toList();
        journal.doubt(new DoubtfulLine(line(CAME, BankTransaction.State.DOUBTFUL), candidates));
    }

    private static BankTransaction line(TransactionId id, BankTransaction.State state) {
        LocalDate day = LocalDate.of(2026, 3, 13);
        FeedTransaction read = new FeedTransaction(
                id.feedId(),
                Money.of("121.00", "EUR"),
                day,
                day,
                "Peeters " + IBAN,
                IBAN,
                "from " + IBAN,
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new BankTransaction(id, state, read, MORNING, null);
    }

    private static Connection connection(ConnectionId id, Connection.State state) {
        return new Connection(id, "ponto", state, new Organization("o-" + id, "Acme NV"), MORNING, MORNING, null);
    }
}
