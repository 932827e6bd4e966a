package org.bankfeed.screens.internal.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
        return item.retentions().stream()
                .map(one -> new Part(one, said(one), one.holdsOn(today)))
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
        boolean several = holding().count() > 1;
        return holding()
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
        boolean all = holding().allMatch(one -> one.dueDate() != null);
        List<LocalDate> days = holding()
                .map(Retention::dueDate)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return all && days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
    }

    private Stream<Retention> holding() {
        return item.retentions().stream().filter(one -> one.holdsOn(today));
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
