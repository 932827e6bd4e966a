package org.bankfeed.matching.internal.text;

import java.util.Set;

/** Words with which people announce a document number, in the languages around us. */
public final class InvoiceWords {

    private static final Set<String> WORDS = Set.of(
            "FACTUUR",
            "FACTUREN",
            "FACTUURNR",
            "FACTUURNUMMER",
            "FACT",
            "FAC",
            "FACTNR",
            "FACTURE",
            "FACTURES",
            "FA",
            "FT",
            "VF",
            "INVOICE",
            "INVOICES",
            "INV",
            "INVNO",
            "RECHNUNG",
            "RECHNUNGEN",
            "RECHNUNGSNR",
            "RECHN",
            "RG",
            "RGNR",
            "RE",
            "RENR",
            "RECHNUNGSNUMMER",
            "RECHNUNGNR",
            "RNR",
            "REKENING",
            "INVOICENO",
            "INVOICENR",
            "FAKTURA",
            "FAKTURY",
            "FAKTURE",
            "FAKTURU",
            "FAKTURANR",
            "FAKTURANUMMER",
            "FAKT",
            "FAKTNR",
            "FV",
            "LASKU",
            "LASKUN",
            "LASKUNRO",
            "LASKUNUMERO",
            "ARVE",
            "RACUN",
            "SZAMLA",
            "FATURA",
            "FRA",
            "FCT",
            "FATTURA",
            "FATT",
            "FACTURA",
            "REF",
            "REFERENTIE",
            "REFERENCE",
            "REFERENZ",
            "NR",
            "NO",
            "NUMMER",
            "NUMERO",
            "DOC",
            "DOCUMENT",
            "BILL",
            "NOTA",
            "CN",
            "NC",
            "CREDITNOTA",
            "CREDITNOTE",
            "KREDITNOTA",
            "GUTSCHRIFT",
            "AVOIR");

    /** They announce any number. */
    private static final Set<String> VAGUE = Set.of(
            "REF",
            "REFERENTIE",
            "REFERENCE",
            "REFERENZ",
            "NR",
            "NO",
            "NUMMER",
            "NUMERO",
            "DOC",
            "DOCUMENT",
            "RE",
            "NOTA");

    private static final Set<String> CREDIT_WORDS = Set.of(
            "CN",
            "NC",
            "KN",
            "CREDITNOTA",
            "CREDITNOTE",
            "KREDITNOTA",
            "GUTSCHRIFT",
            "AVOIR",
            "CREDIT",
            "NOTEDECREDIT");

    private InvoiceWords() {}

    static boolean announcesCreditNote(String word) {
        return CREDIT_WORDS.contains(word);
    }

    /** Whether a word announces an invoice's number and no other's. */
    static boolean meansInvoice(String word) {
        return WORDS.contains(word) && !VAGUE.contains(word);
    }

    /** Whether a word announces a document number. */
    public static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
