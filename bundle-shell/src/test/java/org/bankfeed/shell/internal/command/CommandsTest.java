package org.bankfeed.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.Balance;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FakeInvoiceLedger;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.invoice.Retention;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.LearnedFact;
import org.bankfeed.matching.Proposal;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.shell.internal.SettingsForTests;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Masking;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CommandsTest {

    private static final String IBAN = "BE68539007547034";
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final AccountId ACCOUNT = new AccountId("a1");
    private static final TransactionId LINE = new TransactionId(ACCOUNT, "t1");

    private final FakeBankJournal journal = new FakeBankJournal(new CompanyId("Acme"));
    private final FakeMatching matching = new FakeMatching();

    @BeforeEach
    void setUp() {
        journal.put(account());
        journal.bring(ACCOUNT, line("t1", "120.00", "Pays INV 7 from " + IBAN));
        matching.decisions.put(LINE, suggested(LINE, proposal("i1", "120.00", 0.9), proposal("i2", "120.00", 0.1)));
        for (int i = 1; i <= 5; i++) {
            matching.invoices.add(invoice("i" + i, "2026-" + i, i == 5));
        }
    }

    @Test
    void invoicesAsJsonAreOneArrayOfAllWithTheirPromisedFields() throws Exception {
        InvoicesCommand command = new InvoicesCommand();
        command.json = true;

        JsonNode all = json(command);

        assertThat(all.isArray()).isTrue();
        assertThat(all).hasSize(5);
        JsonNode paid = all.get(4);
        assertThat(paid.get("id").asText()).isEqualTo("i5");
        assertThat(paid.get("state").asText()).isEqualTo("PAID");
        assertThat(paid.get("outstanding").asText()).isEqualTo("0.00");
        assertThat(paid.get("dueDate").asText()).isEqualTo("2026-02-28");
        assertThat(paid.get("party").asText()).isEqualTo("Bäckerei");
        assertThat(paid.get("transactions").get(0).asText()).isEqualTo("a1/t1");
        assertThat(List.of("number", "direction", "type", "total", "currency")).allMatch(paid::has);
    }

    @Test
    void jsonIsAsciiWhateverTheNamesAre() throws Exception {
        InvoicesCommand command = new InvoicesCommand();
        command.json = true;
        assertThat(run(command)).matches("\\p{ASCII}*");
    }

    @Test
    void aTableOfInvoicesEndsWhereItIsTold() throws Exception {
        InvoicesCommand command = new InvoicesCommand();
        command.limit = 3;
        assertThat(run(command)).contains("2026-3").doesNotContain("2026-4").contains("--all");
        InvoicesCommand paid = new InvoicesCommand();
        paid.states = List.of("paid");
        assertThat(run(paid)).contains("2026-5").doesNotContain("2026-1");
    }

    @Test
    void anUnknownStateIsRefusedWithThoseThatExist() {
        InvoicesCommand command = new InvoicesCommand();
        command.states = List.of("LOST");
        assertThatThrownBy(() -> run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("LOST")
                .hasMessageContaining("PARTLY_PAID");
    }

    @Test
    void accountNumbersAreMaskedEverywhereUnlessAskedFor() throws Exception {
        for (boolean asJson : new boolean[] {true, false}) {
            AccountsCommand accounts = new AccountsCommand();
            accounts.json = asJson;
            assertThat(run(accounts)).contains("7034").doesNotContain(IBAN);
            AccountsCommand full = new AccountsCommand();
            full.json = asJson;
            full.full = true;
            assertThat(run(full)).contains(IBAN);
            TransactionsCommand transactions = new TransactionsCommand();
            transactions.json = asJson;
            assertThat(run(transactions)).contains("120.00").doesNotContain(IBAN);
            ProposalsCommand proposals = new ProposalsCommand();
            proposals.json = asJson;
            assertThat(run(proposals)).doesNotContain(IBAN);
        }
    }

    @Test
    void wholeNumbersAreForWhoDecidesAndAreNoted() throws Exception {
        AccountsCommand full = new AccountsCommand();
        full.full = true;
        full.journal = journal;
        assertThatThrownBy(() -> AsUser.run(full, "viewer"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("needs the role bookkeeper or administrator");
        assertThat(journal.shownInFull()).isEmpty();

        run(full);
        assertThat(journal.shownInFull()).containsExactly("by accounts in the shell");
    }

    @Test
    void transactionsSayWhatWasDecided() throws Exception {
        assertThat(run(new TransactionsCommand())).contains("SUGGESTED").contains("a1/t1");
    }

    @Test
    void proposalsGiveReasonsInWords() throws Exception {
        assertThat(run(new ProposalsCommand()))
                .contains("1. i1: 120.00 EUR  (90 %)")
                .contains("+ the amount equals what is outstanding")
                .contains("2. i2");
    }

    @Test
    void confirmingNeedsANumberWhereThereAreSeveral() throws Exception {
        ConfirmCommand vague = confirm();
        assertThatThrownBy(() -> run(vague))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("2 proposals");

        ConfirmCommand clear = confirm();
        clear.number = 2;
        assertThat(run(clear)).contains("CONFIRMED").contains("i2: 120.00 EUR").contains("by ann");
    }

    @Test
    void onesOwnChoiceIsFoundByIdOrPrintedNumber() throws Exception {
        ConfirmCommand command = confirm();
        command.invoices = List.of("i1=100.00+0.50", "2026-2=20");
        command.json = true;

        JsonNode decision = json(command);

        assertThat(decision.get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(decision.at("/applications/0/writeOff").asText()).isEqualTo("0.50");
        assertThat(decision.at("/applications/1/invoice").asText()).isEqualTo("i2");
        assertThat(decision.at("/applications/1/amount").asText()).isEqualTo("20.00");
    }

    @Test
    void optionsMayStandBehindTheArgumentToo() throws Exception {
        ConfirmCommand numbered = confirm();
        numbered.more = List.of("7");
        assertThatThrownBy(() -> run(numbered))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("7");
        for (List<String> wrong : List.of(
                List.of("--nope"),
                List.of("--version"),
                List.of("--version", "x"),
                List.of("one"),
                List.of("1", "2"))) {
            ConfirmCommand refused = confirm();
            refused.more = wrong;
            assertThatThrownBy(() -> run(refused)).isInstanceOf(CommandException.class);
        }

        ConfirmCommand command = confirm();
        command.more = List.of("--invoice", "i1=60", "--invoice=i2=60+0.10", "--json", "--version", "1");
        assertThat(json(command).get("applications")).hasSize(2);
    }

    @Test
    void aStaleVersionChangesNothing() {
        ConfirmCommand command = confirm();
        command.number = 1;
        command.version = 99L;
        assertThatThrownBy(() -> run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("look again");
        assertThat(matching.decisions.get(LINE)).extracting(Decision::state).isEqualTo(Decision.State.SUGGESTED);
    }

    @Test
    void wrongArgumentsAreOneSentence() {
        ConfirmCommand noId = confirm();
        noId.id = "nonsense";
        assertThatThrownBy(() -> run(noId)).isInstanceOf(CommandException.class).hasMessageContaining("nonsense");
        ConfirmCommand unknown = confirm();
        unknown.invoices = List.of("i9=1");
        assertThatThrownBy(() -> run(unknown))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("'i9'");
        ConfirmCommand cents = confirm();
        cents.invoices = List.of("i1=1.005");
        assertThatThrownBy(() -> run(cents))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("decimals");
        TransactionsCommand day = new TransactionsCommand();
        day.from = "22/11/2026";
        assertThatThrownBy(() -> run(day)).isInstanceOf(CommandException.class).hasMessageContaining("2026-11-22");
        day.from = "2026-11-22";
        day.to = "2026-11-21";
        assertThatThrownBy(() -> run(day))
                .isInstanceOf(CommandException.class)
                .hasMessage("--to 2026-11-21 lies before --from 2026-11-22: swap them");
    }

    @Test
    void setAsideUndoAndExplainTellWhatStandsNow() throws Exception {
        SetAsideCommand aside = new SetAsideCommand();
        aside.id = "a1/t1";
        assertThat(run(aside)).contains("NOT_AN_INVOICE");
        UndoCommand undo = new UndoCommand();
        undo.id = "a1/t1";
        assertThat(run(undo)).contains("NONE");
        ExplainCommand explain = new ExplainCommand();
        explain.id = "a1/t1";
        assertThat(run(explain)).contains("120.00 EUR").contains("+ the amount equals");
    }

    @Test
    void explainNamesTheLaterLineThatGaveTheMoneyBack() throws Exception {
        matching.givenBack.put(TransactionId.parse("a1/t1"), List.of(TransactionId.parse("a1/t7")));
        ExplainCommand explain = new ExplainCommand();
        explain.id = "a1/t1";

        assertThat(run(explain)).contains("Given back by the later line a1/t7");

        explain.json = true;
        assertThat(run(explain)).containsPattern("\"givenBackBy\" : \\[ \"a1/t7\" \\]");
    }

    @Test
    void anAccountKeepsWhatWasNotSaid() throws Exception {
        AccountCommand off = new AccountCommand();
        off.id = "a1";
        off.off = true;
        off.from = "2026-01-01";
        assertThat(run(off)).contains("off, counts from 2026-01-01, in the ERP GIRO");
        AccountCommand on = new AccountCommand();
        on.id = "a1";
        on.on = true;
        on.host = "none";
        assertThat(run(on)).contains("on, counts from 2026-01-01, in the ERP -");
    }

    @Test
    void anAccountIsEnteredAsPeopleWriteItAndShownAsNotLinked() throws Exception {
        AccountEnterCommand enter = enter("NL91");
        enter.more = List.of("ABNA", "0417", "1643", "00", "--label", "Shop till", "--count-from=2026-01-31", "--json");
        enter.hostAccount = "TILL";

        JsonNode entered = json(enter);

        assertThat(entered.has("connection")).isTrue();
        assertThat(entered.get("connection").isNull()).isTrue();
        assertThat(entered.get("label").asText()).isEqualTo("Shop till");
        assertThat(entered.get("number").asText()).isEqualTo("NL…4300");
        assertThat(entered.get("currency").asText()).isEqualTo("EUR");
        assertThat(entered.get("countFrom").asText()).isEqualTo("2026-01-31");
        assertThat(entered.get("hostAccount").asText()).isEqualTo("TILL");
        assertThat(entered.get("active").asBoolean()).isTrue();
        assertThat(run(new AccountsCommand())).contains("not linked").doesNotContain("NL91ABNA0417164300");
        AccountCommand shown = new AccountCommand();
        shown.id = entered.get("id").asText();
        assertThat(run(shown)).contains("in the ERP TILL, not linked");
        AccountCommand linked = new AccountCommand();
        linked.id = "a1";
        assertThat(run(linked)).doesNotContain("not linked");
    }

    @Test
    void enteringAnAccountRefusesWhatIsWrongInOneSentence() throws Exception {
        assertThatThrownBy(() -> run(enter("NL91 ABNA 0417 1643 01")))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("typing error");
        AccountEnterCommand money = enter("12345678");
        money.currency = "EURO";
        assertThatThrownBy(() -> run(money))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("--currency is 'EURO'");
        AccountEnterCommand metal = enter("12345678");
        metal.currency = "XAU";
        assertThatThrownBy(() -> run(metal)).isInstanceOf(CommandException.class);
        AccountEnterCommand day = enter("12345678");
        day.countFrom = "31/01/2026";
        assertThatThrownBy(() -> run(day)).isInstanceOf(CommandException.class).hasMessageContaining("--count-from");
        assertThatThrownBy(() -> run(enter(IBAN))).isInstanceOf(CommandException.class);
        assertThat(json(listed())).hasSize(1);

        AccountEnterCommand plain = enter("12345678");
        plain.currency = "usd";
        assertThat(run(plain)).contains("USD as ").contains("bank:connect");
        assertThat(json(listed())).hasSize(2);
    }

    @Test
    void linesOfAnAccountThatThereIsNotAreNotCalledNone() {
        TransactionsCommand transactions = new TransactionsCommand();
        transactions.account = "a9";
        ProposalsCommand proposals = new ProposalsCommand();
        proposals.account = "a9";
        for (BankCommand command : List.of(transactions, proposals)) {
            assertThatThrownBy(() -> run(command)).hasMessage("There is no account 'a9': bank:accounts lists them");
        }
    }

    @Test
    void anEnteredAccountIsRemovedAndALinkedOneIsNot() throws Exception {
        AccountEnterCommand enter = enter("12345678");
        enter.json = true;
        AccountRemoveCommand remove = new AccountRemoveCommand();
        remove.account = json(enter).get("id").asText();
        assertThat(run(remove)).contains("Removed " + remove.account);
        assertThatThrownBy(() -> run(remove)).isInstanceOf(CommandException.class);
        AccountRemoveCommand linked = new AccountRemoveCommand();
        linked.account = "a1";
        assertThatThrownBy(() -> run(linked)).isInstanceOf(CommandException.class);
        assertThat(json(listed())).hasSize(1);
    }

    @Test
    void theDoctorSaysOfAnEnteredAccountWhatIsMissingWithoutAFault() throws Exception {
        long before = faults();
        AccountEnterCommand enter = enter("12345678");
        enter.json = true;
        String id = json(enter).get("id").asText();

        DoctorCommand doctor = new DoctorCommand();
        doctor.json = true;
        JsonNode found = json(doctor);

        assertThat(found.get("findings")).anySatisfy(finding -> {
            assertThat(finding.get("state").asText()).isEqualTo("OK");
            assertThat(finding.get("sentence").asText()).isEqualTo("No link shares 12…5678 (" + id + ") yet.");
            assertThat(finding.get("remedy").asText()).contains("bank:connect").contains("bank:account-remove " + id);
        });
        assertThat(found.get("findings").toString()).doesNotContain("first load");
        assertThat(faults()).isEqualTo(before);
    }

    private long faults() throws Exception {
        DoctorCommand doctor = new DoctorCommand();
        doctor.json = true;
        return json(doctor).get("findings").findValuesAsText("state").stream()
                .filter("FAULT"::equals)
                .count();
    }

    private static AccountsCommand listed() {
        AccountsCommand command = new AccountsCommand();
        command.json = true;
        return command;
    }

    private static AccountEnterCommand enter(String number) {
        AccountEnterCommand command = new AccountEnterCommand();
        command.number = number;
        return command;
    }

    @Test
    void aMissingServiceNamesItsFeature() {
        InvoicesCommand command = new InvoicesCommand();
        assertThatThrownBy(() -> AsUser.run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("feature:install bankfeed-matching");
    }

    @Test
    void whoMayNotIsToldWhichRoleHeLacks() {
        ConfirmCommand command = confirm();
        command.number = 1;
        command.journal = journal;
        command.matching = matching;
        assertThatThrownBy(() -> AsUser.run(command, "viewer"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("bookkeeper");
    }

    @Test
    void withoutASignedInUserNothingHappens() {
        InvoicesCommand command = new InvoicesCommand();
        command.matching = matching;
        assertThatThrownBy(command::execute)
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("signed in");
    }

    @Test
    void anotherCompanyIsRefusedUnlessItIsListed() {
        InvoicesCommand command = new InvoicesCommand();
        command.company = "Other";
        assertThatThrownBy(() -> run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("companies");
    }

    @Test
    void theDoctorSaysWhyTheDatabaseIsNotOpen() throws Exception {
        DoctorCommand doctor = new DoctorCommand();
        doctor.storeHealth = () -> List.of("url is missing: write it");
        doctor.json = true;

        JsonNode database = json(doctor).get("findings").get(0);

        assertThat(database.get("part").asText()).isEqualTo("Database");
        assertThat(database.get("state").asText()).isEqualTo("FAULT");
        assertThat(database.get("sentence").asText()).isEqualTo("It is not open: url is missing: write it.");
        assertThat(database.get("remedy").asText()).contains("org.bankfeed.store.cfg");
    }

    @Test
    void theDoctorSaysWhatIsWrongWithADatabaseThatIsOpen() throws Exception {
        DoctorCommand doctor = new DoctorCommand();
        doctor.store = (name, migrations) -> {
            throw new AssertionError("the doctor opens no stage");
        };
        doctor.storeHealth = () -> List.of("The tables of stage journal were made by another version");
        doctor.json = true;

        JsonNode database = json(doctor).get("findings").get(0);

        assertThat(database.get("state").asText()).isEqualTo("FAULT");
        assertThat(database.get("sentence").asText())
                .isEqualTo(
                        "It is open, but not all is well: The tables of stage journal were made by another version.");

        DoctorCommand later = new DoctorCommand();
        later.store = doctor.store;
        later.storeHealth = List::of;
        later.json = true;
        assertThat(json(later).get("findings").get(0).get("sentence").asText()).isEqualTo("It is open.");
    }

    @Test
    void theDoctorNamesEachFaultAndItsRemedy() throws Exception {
        DoctorCommand command = new DoctorCommand();
        assertThatThrownBy(() -> run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("faults");

        DoctorCommand asJson = new DoctorCommand();
        asJson.ledger = new FakeInvoiceLedger("books");
        asJson.json = true;
        JsonNode found = json(asJson);
        assertThat(found.get("healthy").asBoolean()).isFalse();
        assertThat(found.get("findings").findValuesAsText("part")).contains("Database", "Ledger", "Feeds", "Bookings");
        assertThat(found.get("findings").toString())
                .contains("bank:connect")
                .contains("feature:install bankfeed-store");
    }

    @Test
    void theAddressOnWhichTheBrowserEndedIsReadAsItIs() {
        assertThat(Returned.read("http://localhost/x?code=a%2Bb&state=s1#top").code())
                .isEqualTo("a+b");
        assertThat(Returned.read("state=s1&error=access_denied").error()).isEqualTo("access_denied");
        assertThatThrownBy(() -> Returned.read("http://localhost/x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void connectingAsksForWhatItLacksOneThingAtATime() {
        ConnectCommand command = new ConnectCommand();
        assertThatThrownBy(() -> run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("bankfeed-ponto");
        ConnectCommand named = new ConnectCommand();
        named.feed = "ponto";
        assertThatThrownBy(() -> run(named))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("--redirect-uri");
        ConnectCommand wrong = new ConnectCommand();
        wrong.feed = "ponto";
        wrong.redirectUri = "nowhere";
        assertThatThrownBy(() -> run(wrong))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("'nowhere'");
    }

    @Test
    void aPaymentReferenceIsNoAccountNumber() {
        assertThat(Masking.of("RF18 5390 0754 7034 and BE68 5390 0754 7034."))
                .isEqualTo("RF18 5390 0754 7034 and BE…7034.");
    }

    private ConfirmCommand confirm() {
        ConfirmCommand command = new ConfirmCommand();
        command.id = "a1/t1";
        return command;
    }

    private String run(BankCommand command) throws Exception {
        command.journal = journal;
        command.matching = matching;
        return AsUser.run(command);
    }

    private JsonNode json(BankCommand command) throws Exception {
        return new ObjectMapper().readTree(run(command));
    }

    private static Account account() {
        return new Account(
                ACCOUNT,
                new ConnectionId("c1"),
                AccountReference.iban(IBAN),
                EUR,
                "Giro " + IBAN,
                "Acme NV",
                "Bank",
                true,
                null,
                "GIRO",
                new Balance(Money.of("12.5", "EUR"), null),
                null,
                true,
                1,
                0,
                null,
                null,
                null,
                null);
    }

    private static FeedTransaction line(String id, String amount, String remittance) {
        LocalDate day = LocalDate.of(2026, 2, 27);
        return new FeedTransaction(
                id,
                Money.of(amount, "EUR"),
                day,
                day,
                "Bäckerei",
                IBAN,
                remittance,
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Proposal proposal(String invoice, String amount, double confidence) {
        return new Proposal(
                List.of(Application.of(new DocumentId(invoice), Money.of(amount, "EUR"))),
                confidence,
                List.of(reason()));
    }

    @Test
    void reasonsAreSaidInTheLanguageOfTheSettingsOrOfTheCommand() throws Exception {
        Evidence named = Evidence.of(
                Evidence.Speaks.FOR,
                ReasonCode.NUMBER_STANDS,
                new Argument.Text("114"),
                new Argument.Document("2026-114", false));
        matching.decisions.put(LINE, suggested(LINE, new Proposal(List.of(), 0.9, List.of(named))));
        ExplainCommand explain = new ExplainCommand();
        explain.id = "a1/t1";
        explain.settings = SettingsForTests.of(Map.of("language", "fr"));
        assertThat(run(explain)).contains("+ «\u00a0114\u00a0» est le numéro de la facture 2026-114");

        explain.language = "nl";
        assertThat(run(explain)).contains("+ “114” is het nummer van factuur 2026-114");

        explain.language = "es";
        assertThatThrownBy(() -> run(explain)).hasMessageContaining("one of en, nl, fr, de");

        UndoCommand undo = new UndoCommand();
        undo.id = "a1/t1";
        undo.language = "es";
        Decision before = matching.decisions.get(LINE);
        assertThatThrownBy(() -> run(undo)).hasMessageContaining("one of en, nl, fr, de");
        assertThat(matching.decisions.get(LINE))
                .as("nothing is done before it is refused")
                .isEqualTo(before);
    }

    @Test
    void whatWasLearnedIsShownMaskedAndForgotten() throws Exception {
        matching.facts.add(new LearnedFact(
                "f1",
                LearnedFact.Kind.ACCOUNT,
                IBAN,
                "C1",
                "Bakkerij Alba BV",
                "J. Peeters",
                true,
                1,
                2,
                0,
                LINE,
                "an",
                Instant.EPOCH));
        LearnedCommand learned = new LearnedCommand();
        assertThat(run(learned))
                .contains("Bakkerij Alba BV", "J. Peeters", "f1")
                .doesNotContain(IBAN);
        learned.full = true;
        learned.json = true;
        assertThat(run(learned)).contains(IBAN, "\"thirdParty\"", LINE.toString());
        learned.kind = "COLOUR";
        assertThatThrownBy(() -> run(learned)).hasMessageContaining("ACCOUNT, NAME and MANDATE");

        ForgetCommand forget = new ForgetCommand();
        forget.id = "f1";
        forget.more = List.of("--pays-for", "C2");
        assertThat(run(forget)).contains("pays for C2").doesNotContain(IBAN);
        forget.id = "f1-2";
        forget.more = null;
        forget.paysFor = null;
        assertThat(run(forget)).contains("Forgotten");
        assertThat(matching.facts).isEmpty();
        assertThatThrownBy(() -> run(forget)).hasMessageContaining("not known any more");
    }

    @Test
    void periodsAreClosedAndOpenedAgain() throws Exception {
        PeriodsCommand periods = new PeriodsCommand();
        assertThatThrownBy(() -> run(periods)).hasMessageContaining("bankfeed-ledger");
        periods.entry = new FakeInvoiceLedger("books");
        assertThat(run(periods)).contains("No period is closed.");
        periods.closeUntil = "2026-03-31";
        assertThat(run(periods)).contains("closed until 2026-03-31");
        periods.clock = Clock.fixed(Instant.parse("2026-04-01T08:00:00Z"), ZoneOffset.UTC);
        periods.closeUntil = "2027-03-31";
        assertThatThrownBy(() -> run(periods))
                .hasMessage("2027-03-31 is not over yet: periods are closed up to 2026-04-01 at the latest");
        periods.closeUntil = "March";
        assertThatThrownBy(() -> run(periods)).hasMessageContaining("'March' is no day");
        periods.closeUntil = null;
        periods.open = true;
        assertThat(run(periods)).contains("No period is closed.");
    }

    private static Evidence reason() {
        return new Evidence(
                Evidence.Speaks.FOR,
                ReasonCode.IN_WORDS,
                List.of(new Argument.Text("the amount equals what is outstanding, from account " + IBAN)),
                "amount",
                "120.00",
                null);
    }

    @Test
    void whatIsHeldBackIsSaidWithGroundAndDay() throws Exception {
        matching.invoices.add(heldBack());
        InvoicesCommand command = new InvoicesCommand();
        command.text = "W-7";
        assertThat(run(command)).contains("HELD_BACK").contains("6.00 guarantee until 2027-01-29");
        InvoicesCommand json = new InvoicesCommand();
        json.json = true;
        json.text = "W-7";
        assertThat(run(json))
                .containsIgnoringWhitespaces(
                        "\"retentions\":[{\"kind\":\"GUARANTEE\",\"amount\":\"6.00\",\"dueDate\":\"2027-01-29\"}]");
    }

    private static InvoiceView heldBack() {
        OpenItem plain = invoice("i9", "W-7", false).item();
        Money held = new Money(new BigDecimal("6"), EUR);
        OpenItem item = new OpenItem(
                plain.id(),
                plain.direction(),
                plain.type(),
                plain.state(),
                plain.number(),
                plain.party(),
                plain.total(),
                held,
                plain.issueDate(),
                plain.dueDate(),
                null,
                null,
                List.of(new Retention(Retention.Kind.GUARANTEE, held, LocalDate.of(2027, 1, 29))));
        return new InvoiceView(item, InvoiceView.Standing.HELD_BACK, List.of(LINE), null);
    }

    private static Decision suggested(TransactionId id, Proposal... proposals) {
        return new Decision(
                id,
                Decision.State.SUGGESTED,
                Decision.BookingStatus.NONE,
                List.of(),
                0.9,
                List.of(reason()),
                List.of(proposals),
                0,
                1,
                null,
                Instant.EPOCH,
                null);
    }

    private static InvoiceView invoice(String id, String number, boolean paid) {
        Money total = new Money(new BigDecimal("120"), EUR);
        OpenItem item = new OpenItem(
                new DocumentId(id),
                OpenItem.Direction.SALES,
                OpenItem.Type.INVOICE,
                paid ? OpenItem.State.PAID : OpenItem.State.OPEN,
                number,
                new Party("p1", "Bäckerei", Party.Kind.BUSINESS, List.of()),
                total,
                paid ? Money.zero(EUR) : total,
                LocalDate.of(2026, 1, 29),
                LocalDate.of(2026, 2, 28),
                null,
                null);
        return new InvoiceView(
                item,
                paid ? InvoiceView.Standing.PAID : InvoiceView.Standing.OPEN,
                paid ? List.of(LINE) : List.of(),
                null);
    }
}
