package org.bankfeed.history.internal;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.history.HistoryParty;
import org.bankfeed.history.internal.Supplier.Reference;

/** Invents the company's suppliers: makers of pans and plates, and what every office needs. */
final class Suppliers {

    private final Chance chance;
    private final List<Supplier> suppliers = new ArrayList<>();

    Suppliers(Chance chance) {
        this.chance = chance;
    }

    List<Supplier> invented() {
        trade("Emailleerwerken Kruisvelde NV", "Y/#", Reference.BELGIAN, 1450);
        trade("Porselein Aerdenhuis BV", "F#", Reference.BELGIAN, 980);
        trade("Coutellerie Malrepos SA", "Y-#", Reference.NONE, 760);
        trade("Verpakkingen Tonneloo BV", "#", Reference.BELGIAN, 390);
        trade("Glaswerk Waterhoek NV", "GW#", Reference.EUROPEAN, 620);
        trade("Linge et Nappes Fontanelle SRL", "FA Y #", Reference.NONE, 540);
        trade("Drukkerij Zetterman BV", "Y#", Reference.BELGIAN, 310);
        trade("Transport Heirbaan NV", "T#", Reference.BELGIAN, 470);
        trade("Schoonmaak Helderhof BV", "#/Y", Reference.NONE, 350);
        trade("Onderhoud Liften Stijgboom NV", "INV-#", Reference.EUROPEAN, 280);
        trade("Kantoorwinkel Papierwiel BV", "#", Reference.BELGIAN, 120);
        trade("Boekhoudkantoor Cijferink BV", "Y.#", Reference.BELGIAN, 690);
        discounted("Gietijzer Ovenhart NV", "OH-Y-#", 1850);
        foreign("Töpferwerk Lahnstetten GmbH", "RE#", "DE", 18, 1120);
        foreign("Keramiek Ooiwaard B.V.", "Y#", "NL", 0, 730);
        dollars("Great Prairie Cookware Inc.", "PSI-#", 2300);
        dollars("Pinecrest Cutlery Co.", "#", 1400);
        collecting("Stroomkracht Energie NV", "Y#", Reference.BELGIAN, 840);
        collecting("Telecom Draadlijn NV", "#", Reference.BELGIAN, 165);
        collecting("Waterdienst Schelderand", "W#", Reference.BELGIAN, 74);
        collecting("Autolease Wielingen NV", "L-Y-#", Reference.NONE, 1310);
        collecting("Verzekeringen De Toren NV", "#", Reference.BELGIAN, 420);
        collecting("Wolkenkast Software BV", "WK#", Reference.NONE, 219);
        return List.copyOf(suppliers);
    }

    private void trade(String name, String numbering, Reference reference, int median) {
        add(name, belgianAccount(), numbering, reference, median, false, false, "EUR");
    }

    private void discounted(String name, String numbering, int median) {
        add(name, belgianAccount(), numbering, Reference.BELGIAN, median, false, true, "EUR");
    }

    /** {@code digits} zero: an account number in the Dutch form, four letters and ten digits. */
    private void foreign(String name, String numbering, String country, int digits, int median) {
        String account = digits == 0 ? chance.letters(4) + chance.digits(10) : chance.digits(digits);
        add(name, CheckDigits.iban(country, account), numbering, Reference.NONE, median, false, false, "EUR");
    }

    private void dollars(String name, String numbering, int median) {
        add(name, chance.digits(10), numbering, Reference.NONE, median, false, false, "USD");
    }

    private void collecting(String name, String numbering, Reference reference, int median) {
        add(name, belgianAccount(), numbering, reference, median, true, false, "EUR");
    }

    private void add(
            String name,
            String account,
            String numbering,
            Reference reference,
            int median,
            boolean collects,
            boolean discounted,
            String currency) {
        boolean known = chance.happens(0.75);
        HistoryParty party =
                new HistoryParty("L" + (501 + suppliers.size()), name, known ? List.of(account) : List.of());
        String creditor = collects ? CheckDigits.creditorIdentifier("BE", "0" + chance.digits(9)) : null;
        suppliers.add(new Supplier(party, account, numbering, reference, median, creditor, discounted, currency));
    }

    private String belgianAccount() {
        return CheckDigits.belgianIban(chance.one("194", "882", "661", "437") + chance.digits(7));
    }
}
