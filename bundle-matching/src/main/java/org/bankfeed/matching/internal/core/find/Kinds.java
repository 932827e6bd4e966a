package org.bankfeed.matching.internal.core.find;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.Span;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Sender;
import org.jspecify.annotations.Nullable;

/** What kind of movement a line is, by its bank transaction code and by general words; never whose it is. */
public final class Kinds {

    private static final Set<String> RETURNED = Set.of("UPDD", "RRTN", "PRDD", "RCDD");
    private static final Set<String> PROVIDERS = Set.of(
            "MOLLIE",
            "STRIPE",
            "ADYEN",
            "PAYPAL",
            "WORLDLINE",
            "SUMUP",
            "KLARNA",
            "MULTISAFEPAY",
            "BUCKAROO",
            "PAYNL",
            "INGENICO",
            "OGONE",
            "CCV",
            "NEXI",
            "WORLDPAY",
            "ZETTLE",
            "SHOPIFY",
            "PAYCONIQ",
            "BANCONTACT",
            "AMAZONPAYMENTS",
            "GOCARDLESS",
            "REDSYS",
            "PAYPLUG",
            "PAYU",
            "TPAY",
            "PRZELEWY24",
            "PAYTRAIL",
            "BAMBORA",
            "ELAVON",
            "IZETTLE");

    /** There are some hundreds of codes; banks that put more into the field are no reason to keep it. */
    private static final int MOST_CODES = 2000;

    private static final Map<String, Code> CODES = new ConcurrentHashMap<>();

    private Kinds() {}

    /** How far a kind is from paying an invoice. */
    public enum Distance {
        PAYMENT,
        /** Rarely an invoice: only a reference or number that fits to the cent makes it one. */
        RARELY,
        /** A movement of another kind. */
        OTHER
    }

    /** What a line's kind says. */
    public record Kind(Distance distance, List<Evidence> evidence) {
        Kind(Distance distance, ReasonCode reason) {
            this(
                    distance,
                    List.of(new Evidence(Evidence.Speaks.FOR, reason, List.of(), "bankTransactionCode", null, null)));
        }
    }

    private static final Kind PAYMENT = new Kind(Distance.PAYMENT, List.of());

    /** @param own whether the other side is an account of the company itself */
    public static Kind of(Line line, Sender sender, boolean own) {
        if (own) {
            return new Kind(Distance.OTHER, List.of(Evidence.of(Evidence.Speaks.FOR, ReasonCode.OWN_TRANSFER)));
        }
        Kind kind = code(line).kind;
        if (kind != null) {
            return kind;
        }
        for (String word : sender.words(line.name()).words()) {
            if (PROVIDERS.contains(word)) {
                return new Kind(Distance.RARELY, List.of(payout(line.name())));
            }
        }
        return PAYMENT;
    }

    private static Evidence payout(String provider) {
        return new Evidence(
                Evidence.Speaks.FOR,
                ReasonCode.PROVIDER_PAYOUT,
                List.of(Arguments.text(provider)),
                "counterpartName",
                provider,
                new Span(0, provider.length()));
    }

    private static @Nullable Kind byCode(String family, String sub) {
        return switch (sub) {
            case "CHRG", "COMM", "COMT", "FEES" -> new Kind(Distance.OTHER, ReasonCode.BANK_CHARGES);
            case "INTR" -> new Kind(Distance.OTHER, ReasonCode.INTEREST);
            case "TAXE", "TAXS" -> new Kind(Distance.RARELY, ReasonCode.TAXES);
            case "SALA", "PAYR" -> new Kind(Distance.RARELY, ReasonCode.WAGES);
            case "CWDL", "CDPT" -> new Kind(Distance.OTHER, ReasonCode.CASH);
            default ->
                switch (family) {
                    case "CCRD" -> new Kind(Distance.OTHER, ReasonCode.OWN_CARD);
                    case "MCRD" -> new Kind(Distance.RARELY, ReasonCode.CARD_TAKINGS);
                    case "CNTR" -> new Kind(Distance.OTHER, ReasonCode.CASH_AT_COUNTER);
                    default -> null;
                };
        };
    }

    /** Whether the bank's code says that an earlier movement is taken back. */
    static boolean returned(Line line) {
        return code(line).returned;
    }

    /** Whether the money crosses a border outside the common payment area, so that banks may keep fees from it. */
    static boolean abroad(Line line) {
        return code(line).abroad;
    }

    /** What a bank transaction code says; each is taken apart once. */
    private record Code(@Nullable Kind kind, boolean returned, boolean abroad) {

        static Code of(String text) {
            String code = text.toUpperCase(Locale.ROOT);
            List<String> parts = List.of(code.split("[^A-Z0-9]+"));
            Kind kind = byCode(parts.size() > 1 ? parts.get(1) : "", parts.size() > 2 ? parts.get(2) : "");
            boolean returned = code.contains("RPCR") || parts.stream().anyMatch(RETURNED::contains);
            return new Code(kind, returned && !code.contains("MCRD"), code.contains("XBCT"));
        }
    }

    private static Code code(Line line) {
        Code known = CODES.get(line.code());
        if (known != null) {
            return known;
        }
        if (CODES.size() > MOST_CODES) {
            CODES.clear();
        }
        return CODES.computeIfAbsent(line.code(), Code::of);
    }
}
