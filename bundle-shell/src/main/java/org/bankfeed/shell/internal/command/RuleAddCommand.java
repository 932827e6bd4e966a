package org.bankfeed.shell.internal.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.matching.RuleContent;
import org.bankfeed.matching.RuleContent.NotAnInvoice;
import org.bankfeed.shell.internal.completer.MatchKindCompleter;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "rule-add",
        description = "Add a draft of a rule: --words, --name or --account with --label (not an invoice), --difference"
                + " and --fee (written off), or --only-suggest; then try it with bank:rule-try")
public final class RuleAddCommand extends RuleCommand {

    @Option(name = "--words", description = "Not an invoice: lines with these words, one after another")
    @Nullable
    String words;

    @Option(name = "--name", description = "Not an invoice: lines of this counterparty; its legal form may differ")
    @Nullable
    String name;

    @Option(name = "--account", description = "Not an invoice: lines of this counterparty's account number")
    @Nullable
    String account;

    @Option(name = "--label", description = "What such lines are: wages, tax, bank cost …")
    @Nullable
    String label;

    @Option(name = "--in", description = "Only money that comes in")
    boolean in;

    @Option(name = "--out", description = "Only money that goes out")
    boolean moneyOut;

    @Option(
            name = "--difference",
            description = "Written off: so much may be missing; by default 0.30 euro, or about as much")
    @Nullable
    String difference;

    @Option(
            name = "--fee",
            description = "Written off as bank fee of payments from abroad; by default 35.00 euro, or about as much")
    @Nullable
    String fee;

    @Option(name = "--currency", description = "Of what is written off; by default EUR")
    String currency = "EUR";

    @Option(
            name = "--only-suggest",
            description = "Never booked by itself: a kind such as by-payer-and-amount, or all; may stand several times",
            multiValued = true)
    @Completion(MatchKindCompleter.class)
    @Nullable
    List<String> onlySuggest;

    @Override
    void run(Caller caller) throws Exception {
        var rule = rules().add(caller, content());
        print(rule);
        if (!json) {
            say("bank:rule-try " + rule.id()
                    + " shows what it would have changed, then bank:rule-on puts it in force.");
        }
    }

    private RuleContent content() {
        List<RuleContent> said = new ArrayList<>();
        sign(NotAnInvoice.Sign.WORDS, words, said);
        sign(NotAnInvoice.Sign.NAME, name, said);
        sign(NotAnInvoice.Sign.ACCOUNT, account, said);
        if (difference != null || fee != null) {
            Currency unit = unit();
            var usual = RuleContent.Tolerance.usual(unit);
            said.add(new RuleContent.Tolerance(
                    unit,
                    difference == null ? usual.difference() : money("--difference", difference, unit),
                    fee == null ? usual.fee() : money("--fee", fee, unit)));
        }
        if (onlySuggest != null) {
            said.add(new RuleContent.LeaveToPerson(kinds(onlySuggest)));
        }
        if (said.size() != 1) {
            throw new IllegalArgumentException("say one thing: --words, --name or --account with --label, --difference"
                    + " and --fee, or --only-suggest");
        }
        return said.get(0);
    }

    private void sign(NotAnInvoice.Sign sign, @Nullable String value, List<RuleContent> said) {
        if (value != null) {
            if (in && moneyOut) {
                throw new IllegalArgumentException("--in and --out: leave one of them out, or both for all lines");
            }
            NotAnInvoice.Flow flow =
                    in ? NotAnInvoice.Flow.IN : moneyOut ? NotAnInvoice.Flow.OUT : NotAnInvoice.Flow.BOTH;
            said.add(new NotAnInvoice(sign, value, flow, label == null ? "" : label));
        }
    }

    private Currency unit() {
        try {
            return Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--currency is '" + currency + "': write a code such as EUR", e);
        }
    }

    private static Money money(String option, String text, Currency unit) {
        try {
            return new Money(new BigDecimal(text), unit);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    option + " is '" + text + "': write an amount of " + unit + " such as 1.50", e);
        }
    }

    private static Set<MatchKind> kinds(List<String> names) {
        Set<MatchKind> kinds = EnumSet.noneOf(MatchKind.class);
        for (String name : names) {
            String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
            List<MatchKind> found = Stream.of(MatchKind.values())
                    .filter(kind -> constant.equals("ALL") || kind.name().equals(constant))
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("--only-suggest is '" + name + "': write all, or one of "
                        + EnumSet.allOf(MatchKind.class)
                                .toString()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'));
            }
            kinds.addAll(found);
        }
        return kinds;
    }
}
