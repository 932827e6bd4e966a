package org.bankfeed.matching.internal.text;

import java.util.Set;

/** Words with which people announce a document number, in Dutch, French, German, English, Italian and Spanish. */
final class InvoiceWords {

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

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
