package org.bankfeed.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.matching.Rule;
import org.bankfeed.matching.RuleContent;
import org.bankfeed.matching.RuleContent.NotAnInvoice;
import org.junit.jupiter.api.Test;

final class RuleCommandsTest {

    private final FakeRules rules = new FakeRules();

    @Test
    void addsARuleOfEachSort() throws Exception {
        String said = add(command -> {
            command.account = "BE62510007547061";
            command.label = "loan";
            command.moneyOut = true;
        });
        add(command -> command.difference = "2.00");
        add(command -> command.onlySuggest = List.of("by-payer-and-amount", "return"));
        add(command -> command.onlySuggest = List.of("all"));

        assertThat(said)
                .contains("Rule R1 is a draft: money out of account BE")
                .contains("loan, not an invoice")
                .contains("bank:rule-try R1")
                .doesNotContain("BE62510007547061");
        assertThat(rules.all)
                .extracting(Rule::content)
                .contains(RuleContent.LeaveToPerson.everything())
                .anySatisfy(content -> assertThat(content)
                        .isEqualTo(
                                new RuleContent.LeaveToPerson(Set.of(MatchKind.BY_PAYER_AND_AMOUNT, MatchKind.RETURN))))
                .anySatisfy(content -> assertThat(content.sentence())
                        .isEqualTo("write off up to 2.00 EUR, and bank fees up to 35.00 EUR"));
    }

    @Test
    void saysInOneSentenceWhatCannotBe() {
        assertThatThrownBy(() -> add(command -> {})).hasMessageStartingWith("say one thing");
        assertThatThrownBy(() -> add(command -> command.words = "loon")).hasMessageContaining("what such lines are");
        assertThatThrownBy(() -> add(command -> command.difference = "much"))
                .hasMessage("--difference is 'much': write an amount of EUR such as 1.50");
        assertThatThrownBy(() -> add(command -> command.onlySuggest = List.of("dreams")))
                .hasMessageContaining("write all, or one of [by-reference");
        assertThatThrownBy(() -> add(command -> command.fee = "101.00")).hasMessageContaining("between 0 and 100");
    }

    @Test
    void triesSwitchesAndRemoves() throws Exception {
        addWages();

        assertThat(AsUser.run(named(new RuleTryCommand())))
                .contains("Against: 2026-03-10  -1800.00 EUR")
                .contains("booked → not an invoice")
                .contains("was decided: pays no invoice")
                .contains(
                        "booked otherwise → booked 2025-0475: 267.33 EUR; was decided: 2025-0475: 267.33 EUR + 1.50 written off")
                .contains(
                        "Of 420 lines since 2025-03-10: 1 more decided by itself, 1 of them against what was decided.")
                .doesNotContain("BE62510007547061");
        assertThat(AsUser.run(named(new RuleOnCommand()))).contains("Rule R1 is on");
        assertThat(AsUser.run(listed())).containsPattern("R1 +.*ON.*wages, not an invoice.*1 more decided by itself");
        RuleOffCommand off = new RuleOffCommand();
        off.reopen = true;
        assertThat(AsUser.run(named(off))).contains("Rule R1 is off").contains("Lines opened again: 3.");
        assertThat(AsUser.run(named(new RuleRemoveCommand()))).contains("Rule R1 is removed");
        assertThat(AsUser.run(listed())).contains("There is no rule");
    }

    @Test
    void whoSawAnotherVersionIsTold() throws Exception {
        addWages();
        RuleOnCommand on = named(new RuleOnCommand());
        on.more = List.of("--version", "7");

        assertThatThrownBy(() -> AsUser.run(on))
                .isInstanceOf(CommandException.class)
                .hasMessage("Rule R1 was changed.");
        RuleOnCommand none = named(new RuleOnCommand());
        none.id = "R9";
        assertThatThrownBy(() -> AsUser.run(none)).hasMessage("There is no rule R9: bank:rules lists them");
    }

    @Test
    void givesScriptsOneDocument() throws Exception {
        addWages();
        AsUser.run(named(new RuleTryCommand()));
        RulesCommand list = listed();
        list.json = true;

        JsonNode rule = new ObjectMapper().readTree(AsUser.run(list)).get(0);

        assertThat(rule.path("state").asText()).isEqualTo("DRAFT");
        assertThat(rule.path("trial").path("against").asInt()).isEqualTo(1);
    }

    private void addWages() throws Exception {
        add(command -> {
            command.words = "loon janssens";
            command.label = "wages";
        });
        assertThat(rules.all.get(0).content())
                .isEqualTo(new NotAnInvoice(NotAnInvoice.Sign.WORDS, "loon janssens", NotAnInvoice.Flow.BOTH, "wages"));
    }

    private String add(Consumer<RuleAddCommand> options) throws Exception {
        RuleAddCommand command = new RuleAddCommand();
        command.rules = rules;
        options.accept(command);
        return AsUser.run(command);
    }

    private RulesCommand listed() {
        RulesCommand command = new RulesCommand();
        command.rules = rules;
        return command;
    }

    private <C extends NamedRuleCommand> C named(C command) {
        command.rules = rules;
        command.id = "r1";
        return command;
    }
}
