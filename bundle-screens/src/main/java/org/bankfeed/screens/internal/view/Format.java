package org.bankfeed.screens.internal.view;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.screens.internal.words.Texts;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Masking;
import org.bankfeed.value.Money;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** How values are said on a page. Templates call it by the name {@code format}. */
public final class Format {

    private static final ZoneId BANK_ZONE = ZoneId.of("Europe/Brussels");

    private final Clock clock;
    private final Texts texts;

    /** As English writes it. */
    public Format(Clock clock) {
        this(clock, Texts.ENGLISH);
    }

    public Format(Clock clock, Texts texts) {
        this.clock = clock;
        this.texts = texts;
    }

    /** {@code 1,234.50}: the currency stands beside it. */
    public String amount(Money money) {
        return texts.notation().amount(money);
    }

    /** {@code 1,234.50 EUR}. */
    public String money(Money money) {
        return texts.notation().money(money);
    }

    /** The same in English. */
    static String plain(Money money) {
        return Texts.ENGLISH.notation().money(money);
    }

    /** {@code Mar 2026}. */
    public String month(YearMonth month) {
        return texts.notation().month(month);
    }

    /** Between whole and decimals. */
    public String decimalSign() {
        return texts.notation().decimalSign();
    }

    /** {@code 31 Mar 2026}. */
    public String day(LocalDate day) {
        return texts.notation().day(day);
    }

    /** {@code 31 Mar 2026 14:05}, on the wall in the banks' zone. */
    public String moment(Instant moment) {
        return texts.notation().moment(moment);
    }

    /** {@code just now}, {@code 5 minutes ago}, {@code 3 days ago}. */
    public String ago(Instant moment) {
        Duration since = Duration.between(moment, clock.instant());
        if (since.toMinutes() < 1) {
            return texts.say("ago.now");
        }
        if (since.toHours() < 1) {
            return texts.say("ago.minutes", since.toMinutes());
        }
        return since.toDays() < 1 ? texts.say("ago.hours", since.toHours()) : texts.say("ago.days", since.toDays());
    }

    /** {@code 1 line}, {@code 1,204 lines}. */
    public String counted(long number, String noun) {
        return Words.counted(number, noun);
    }

    /** {@code 1,204}. */
    public String count(long number) {
        return texts.notation().count(number);
    }

    /** {@code 3.4}, {@code 1,204}: as many decimals as it has. */
    public String number(BigDecimal number) {
        return texts.notation().number(number);
    }

    /** An account's number, masked. */
    public String number(AccountReference reference) {
        return reference.masked();
    }

    /** A counterparty's number as the bank gave it, masked whatever it is. */
    public String counterparty(@Nullable String number) {
        return number == null || number.isBlank()
                ? ""
                : AccountReference.of(number).masked();
    }

    /** A bank transaction code in words, and the code; what no words are known for, as the bank gave it. */
    public String bankCode(String code) {
        Message words = BankCodeWords.of(code);
        return words == null ? code : texts.say("bank-code.with-code", words, code);
    }

    /** What a bank or a person wrote, with the account numbers in it masked. */
    public String text(@Nullable String text) {
        return Masking.of(text);
    }

    /** What another room said. */
    public Message said(Sentence sentence) {
        return Message.all(sentence);
    }

    /** On which of the banks' days a moment is. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, BANK_ZONE);
    }

    /** The time in the books. */
    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BANK_ZONE);
    }
}
