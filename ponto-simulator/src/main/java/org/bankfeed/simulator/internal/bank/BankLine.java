package org.bankfeed.simulator.internal.bank;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.history.HistoryTransaction;
import org.jspecify.annotations.Nullable;

/**
 * A line of an account.
 *
 * @param texts the text attributes that are not empty, by their names in the API
 * @param origin the id under which the bank first told it; new ids are made of it
 * @param createdAt when Ponto made its record of it
 * @param updatedAt when Ponto last changed its record
 */
public record BankLine(
        String id,
        @Nullable String origin,
        LocalDate executionDate,
        LocalDate valueDate,
        BigDecimal amount,
        String currency,
        Map<String, String> texts,
        @Nullable BigDecimal fee,
        Instant createdAt,
        Instant updatedAt) {

    /** The name of the one attribute that is no text and may change too. */
    public static final String AMOUNT = "amount";

    /** The text attributes of a transaction, in the order in which they are shown. */
    public static final List<String> TEXTS = List.of(
            "description",
            "remittanceInformation",
            "remittanceInformationType",
            "counterpartName",
            "counterpartReference",
            "bankTransactionCode",
            "proprietaryBankTransactionCode",
            "endToEndId",
            "purposeCode",
            "mandateId",
            "creditorId",
            "additionalInformation",
            "cardReference",
            "cardReferenceType",
            "internalReference");

    public BankLine {
        texts = Map.copyOf(texts);
    }

    public BankLine(
            String id,
            LocalDate executionDate,
            LocalDate valueDate,
            BigDecimal amount,
            String currency,
            Map<String, String> texts,
            @Nullable BigDecimal fee,
            Instant createdAt,
            Instant updatedAt) {
        this(id, null, executionDate, valueDate, amount, currency, texts, fee, createdAt, updatedAt);
    }

    /** The id under which the bank first told it. */
    @Override
    public String origin() {
        return origin == null ? id : origin;
    }

    static BankLine of(HistoryTransaction line, Instant createdAt) {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, "counterpartName", line.counterpartName());
        put(texts, "counterpartReference", line.counterpartReference());
        put(texts, "remittanceInformation", line.remittanceInformation());
        HistoryTransaction.RemittanceType type = line.remittanceInformationType();
        put(texts, "remittanceInformationType", type == null ? null : type.word());
        put(texts, "bankTransactionCode", line.bankTransactionCode());
        put(texts, "endToEndId", line.endToEndId());
        put(texts, "mandateId", line.mandateId());
        put(texts, "creditorId", line.creditorId());
        put(texts, "description", line.description());
        put(texts, "purposeCode", line.purposeCode());
        put(texts, "additionalInformation", line.additionalInformation());
        return new BankLine(
                line.id(),
                line.executionDate(),
                line.valueDate(),
                line.amount(),
                line.currency(),
                texts,
                null,
                createdAt,
                createdAt);
    }

    /** This line under another id, as banks list what they have not booked yet. */
    BankLine as(String newId) {
        return new BankLine(
                newId, origin(), executionDate, valueDate, amount, currency, texts, fee, createdAt, updatedAt);
    }

    /** Another line that says the same. */
    public BankLine twin(String newId) {
        return new BankLine(newId, executionDate, valueDate, amount, currency, texts, fee, createdAt, updatedAt);
    }

    BankLine created(Instant at) {
        return new BankLine(id, origin, executionDate, valueDate, amount, currency, texts, fee, at, at);
    }

    /**
     * This line as its bank tells it now.
     *
     * @param news texts by their names, an empty one for none; an amount under {@link #AMOUNT}
     */
    BankLine changed(Map<String, String> news, Instant at) {
        Map<String, String> merged = new LinkedHashMap<>(texts);
        merged.putAll(news);
        String told = merged.remove(AMOUNT);
        merged.values().removeIf(String::isEmpty);
        BigDecimal now = told == null ? amount : new BigDecimal(told);
        return new BankLine(id, origin, executionDate, valueDate, now, currency, merged, fee, createdAt, at);
    }

    /** SHA-256 of what the bank sent: equal for equal lines. */
    public String digest(String account) {
        StringBuilder content = new StringBuilder(account)
                .append('\n')
                .append(executionDate)
                .append('\n')
                .append(valueDate)
                .append('\n')
                .append(amount.toPlainString())
                .append(currency);
        TEXTS.forEach(name -> content.append('\n').append(texts.getOrDefault(name, "")));
        return HexFormat.of().formatHex(sha256().digest(content.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static void put(Map<String, String> texts, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            texts.put(name, text);
        }
    }
}
