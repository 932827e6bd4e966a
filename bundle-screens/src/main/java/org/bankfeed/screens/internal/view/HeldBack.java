package org.bankfeed.screens.internal.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Retention;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Money;

/**
 * What is held back of a document by contract or law, as a page says it.
 *
 * @param item the document
 * @param today the day that it is in the books
 */
public record HeldBack(OpenItem item, LocalDate today) {

    /** A part in words: {@code guarantee under the contract}. */
    public static Message said(Retention part) {
        return switch (part.kind()) {
            case GUARANTEE -> Message.of("held.guarantee");
            case SOCIAL_DEBT -> Message.of("held.social");
            case TAX_DEBT -> Message.of("held.tax");
        };
    }

    /** Each part with its words, for a page. */
    public List<Part> parts() {
        List<Retention> holding = holding();
        return item.retentions().stream()
                .map(one -> new Part(one, said(one), holding.contains(one)))
                .toList();
    }

    /** How much of what is outstanding is held back now. */
    public Money amount() {
        return item.heldBack(today);
    }

    public boolean any() {
        return amount().signum() > 0;
    }

    /** On what grounds and until when, such as {@code guarantee under the contract}; of several each with its amount. */
    Message grounds() {
        List<Retention> holding = holding();
        boolean several = holding.size() > 1;
        return holding.stream()
                .map(one -> until(one, several ? Message.of("held.part", one.amount(), said(one)) : said(one)))
                .reduce((first, second) -> Message.of("held.and", first, second))
                .orElse(Message.all());
    }

    private static Message until(Retention part, Message said) {
        LocalDate due = part.dueDate();
        return due == null ? said : Message.of("held.until", said, due);
    }

    /** The day on which all of it falls due, if that is one day. */
    public Optional<LocalDate> due() {
        boolean all = holding().stream().allMatch(one -> one.dueDate() != null);
        List<LocalDate> days = holding().stream()
                .map(Retention::dueDate)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return all && days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
    }

    /**
     * The parts that are still held back. Of several, those are settled that what was paid beyond the rest comes out at: a
     * part that is all of it, or all parts but one.
     */
    private List<Retention> holding() {
        if (!item.isOpen()) {
            return List.of();
        }
        List<Retention> holding =
                item.retentions().stream().filter(one -> one.holdsOn(today)).toList();
        Money settled = holding.stream()
                .map(Retention::amount)
                .reduce(Money.zero(item.total().currency()), Money::plus)
                .minus(item.outstanding());
        if (settled.signum() <= 0) {
            return holding;
        }
        return holding.stream()
                .filter(one -> one.amount().equals(item.outstanding()))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> without(holding, settled));
    }

    private static List<Retention> without(List<Retention> parts, Money settled) {
        Optional<Retention> paid =
                parts.stream().filter(one -> one.amount().equals(settled)).findFirst();
        return parts.stream().filter(one -> paid.isEmpty() || one != paid.get()).toList();
    }

    /** Of a hundred parts of the total, how many are settled. */
    public int settledShare() {
        return share(item.total().minus(item.outstanding()));
    }

    /** Of a hundred parts of the total, how many are held back. */
    public int heldShare() {
        return share(amount());
    }

    private int share(Money part) {
        return part.amount()
                .multiply(BigDecimal.valueOf(100))
                .divide(item.total().amount(), 0, RoundingMode.HALF_UP)
                .intValue();
    }

    /**
     * One part.
     *
     * @param retention its amount and day
     * @param said on what ground
     * @param holds whether it is still held back
     */
    public record Part(Retention retention, Message said, boolean holds) {}
}
