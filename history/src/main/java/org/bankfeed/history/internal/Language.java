package org.bankfeed.history.internal;

import java.util.List;

/**
 * How people of one language write to a supplier. In the phrases {@code #} stands for the number or numbers, {@code @}
 * for the date of the document, {@code &} for the customer's number.
 */
enum Language {
    NL(
            " en ",
            List.of(
                    "#",
                    "betaling factuur #",
                    "fact. #",
                    "factuurnummer #",
                    "Uw factuur # dd. @",
                    "vereffening # klant &",
                    "fakt # levering keukenmateriaal",
                    "#, waarvoor dank"),
            List.of(
                    "afrekening levering",
                    "factuur vorige maand",
                    "voor de potten en pannen",
                    "saldo",
                    "zoals besproken"),
            List.of("min creditnota #", "- CN #", "verminderd met kredietnota #")),
    FR(
            " et ",
            List.of(
                    "#",
                    "règlement facture #",
                    "fact. #",
                    "Facture n° # du @",
                    "solde de votre facture #",
                    "n/réf client & facture #",
                    "FA#",
                    "paiement # matériel de cuisine"),
            List.of("règlement livraison", "suivant votre relevé", "facture du mois passé", "solde", "comme convenu"),
            List.of("moins note de crédit #", "- NC #", "déduction NC #")),
    DE(
            " und ",
            List.of("#", "Rechnung #", "RG #", "Rechnungsnr. # vom @", "Kunde & Rechnung #", "Ausgleich Re. #"),
            List.of("Lieferung Küchenbedarf", "Ausgleich Konto", "wie besprochen", "Rechnung letzter Monat"),
            List.of("abzgl. Gutschrift #", "./. GS #")),
    EN(
            " & ",
            List.of("#", "invoice #", "inv. #", "payment of invoice # dated @", "account & inv #", "your ref #"),
            List.of("kitchen supplies", "last month's order", "as agreed", "balance of account"),
            List.of("less credit note #", "net of CN #"));

    private final String and;
    private final List<String> numbers;
    private final List<String> vague;
    private final List<String> lessCreditNote;

    Language(String and, List<String> numbers, List<String> vague, List<String> lessCreditNote) {
        this.and = and;
        this.numbers = numbers;
        this.vague = vague;
        this.lessCreditNote = lessCreditNote;
    }

    String and() {
        return and;
    }

    List<String> numbers() {
        return numbers;
    }

    List<String> vague() {
        return vague;
    }

    List<String> lessCreditNote() {
        return lessCreditNote;
    }
}
