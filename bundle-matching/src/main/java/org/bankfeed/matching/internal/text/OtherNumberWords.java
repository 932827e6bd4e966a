package org.bankfeed.matching.internal.text;

import java.util.Set;

/**
 * Words with which people and banks announce numbers that are no document's: the customer's, a tax number, a telephone, a
 * reminder's, the bank's own reference, in the languages around us.
 */
final class OtherNumberWords {

    private static final Set<String> WORDS = Set.of(
            // of a customer
            "KLANT",
            "KLANTNR",
            "KLANTNUMMER",
            "CLIENT",
            "CUSTOMER",
            "CUST",
            "CUSTNO",
            "KUNDE",
            "KUNDEN",
            "KUNDENNR",
            "KUNDENNUMMER",
            "KUNDNR",
            "KUNDENR",
            "KDNR",
            "KD",
            "ASIAKAS",
            "ASIAKASNRO",
            "ASNRO",
            "CLI",
            "CODCLI",
            "CLIENTE",
            "KLIENT",
            "KLIENTA",
            "LIDNR",
            "LIDNUMMER",
            "MEMBER",
            "MITGLIED",
            "MITGLIEDSNR",
            "DEBITEUR",
            "DEBITEURNR",
            "DEBITOR",
            "DEB",
            "DEBNR",
            "KNR",
            "KDN",
            "KR",
            "KREDNR",
            "CPTE",
            "PATIENT",
            "PATIENTNR",
            "PATIENTENNR",
            "PAT",
            "PATNR",
            "MIETER",
            "MIETERNR",
            "HUURDER",
            "HUURDERNR",
            "LOCATAIRE",
            "ADHERENT",
            "ACCOUNT",
            "ACCT",
            "COMPTE",
            "KONTO",
            "CUENTA",
            "CONTO",
            // of an enterprise or for tax
            "VAT",
            "VATNO",
            "BTW",
            "BTWNR",
            "TVA",
            "MWST",
            "USTID",
            "USTIDNR",
            "NIP",
            "NIF",
            "CIF",
            "IVA",
            "PIVA",
            "VIITTEEMME",
            "KVK",
            "KVKNR",
            "KBO",
            "BCE",
            "SIRET",
            "SIREN",
            "ORGNR",
            "ICO",
            "DIC",
            "CVR",
            "MOMS",
            "REGON",
            // telephones
            "TEL",
            "TELEFOON",
            "TELEPHONE",
            "TELEFON",
            "TELEFONO",
            "GSM",
            "FAX",
            "PHONE",
            "MOB",
            "MOBIEL",
            "MOBILE",
            "PUH",
            "TLF",
            // of a reminder
            "RAPPEL",
            "HERINNERING",
            "AANMANING",
            "MAHNUNG",
            "REMINDER",
            "SOLLECITO",
            "RECLAMACION",
            "RYKKER",
            "PAMINNELSE",
            "PURRING",
            "MONIT",
            "WEZWANIE",
            // of the bank or the scheme
            "BANKREF",
            "BANKREFERENTIE",
            "TRANSACTION",
            "TRANSACTIE",
            "TRANSAKTION",
            "TRANSACTIONID",
            "TRN",
            "TNR",
            "ID",
            "PAGARE",
            "CHEQUE",
            "CHEQUENR",
            "SCHECK",
            "WECHSEL",
            "ASSEGNO",
            "CZEK",
            "CRO",
            "BG",
            "PG",
            "AVIS",
            "AVISNR",
            "AVISO",
            "ZAHLUNGSAVIS",
            "ZAHLLAUF",
            "BETALINGSRUN",
            "BETAALRUN",
            "BETAALBATCH",
            "BETALINGSADVIES",
            "DISTINTA",
            "UTBETALNING",
            "UTBETALING",
            "UDBETALING",
            "BUNT",
            "MAKSUERA",
            "REMESA",
            "CONFIRMING",
            "REMITTANCE",
            "PAYRUN",
            "SPECYFIKACJA",
            "ZBIORCZY",
            "RUN",
            "KUNDENREFERENZ",
            "TRX",
            "MANDAAT",
            "MANDATE",
            "MANDAT",
            "MANDATO",
            "TERMINAL",
            "KAART",
            "CARTE",
            "CARD",
            "KARTE",
            "KS",
            "SS");

    /** "Our", as who pays says it. */
    private static final Set<String> OURS = Set.of(
            "ONZE", "ONS", "NOTRE", "NOS", "N", "OUR", "UNSER", "UNSERE", "UNS", "NS", "NOSTRO", "NOSTRA", "NUESTRA",
            "NUESTRO", "VAR", "VORES", "NASZ", "NASZE", "NASE", "MIJN");

    private static final Set<String> PAYMENT =
            Set.of("PAGAMENTO", "PAIEMENT", "PAGO", "PAYMENT", "BETALING", "VIREMENT");

    private OtherNumberWords() {}

    static boolean meanPayment(String word) {
        return PAYMENT.contains(word);
    }

    static boolean saysOurs(String word) {
        return OURS.contains(word);
    }

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
