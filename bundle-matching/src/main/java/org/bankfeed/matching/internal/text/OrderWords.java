package org.bankfeed.matching.internal.text;

import java.util.Set;

/** Words with which people announce the number of an order or an offer, which is no document's, in the languages around us. */
final class OrderWords {

    private static final Set<String> WORDS = Set.of(
            "ORDER",
            "ORDERNO",
            "ORDERNR",
            "ORDERNUMMER",
            "PO",
            "PONO",
            "PONR",
            "QUOTE",
            "QUOTATION",
            "OFFER",
            "BESTELLING",
            "BESTELBON",
            "BESTELNR",
            "BESTELNUMMER",
            "OFFERTE",
            "OFFERTENR",
            "COMMANDE",
            "CDE",
            "CMD",
            "BDC",
            "DEVIS",
            "OFFRE",
            "BESTELLUNG",
            "BESTELLNR",
            "BESTELLNUMMER",
            "AUFTRAG",
            "AUFTRAGSNR",
            "AUFTRAGSNUMMER",
            "ANGEBOT",
            "ANGEBOTSNR",
            "PEDIDO",
            "PRESUPUESTO",
            "OFERTA",
            "ENCOMENDA",
            "ORCAMENTO",
            "PROPOSTA",
            "ORDINE",
            "ORD",
            "PREVENTIVO",
            "OFFERTA",
            "ZAM",
            "ZAMOWIENIE",
            "ZAMOWIENIA",
            "OBJ",
            "OBJEDNAVKA",
            "OBJEDNAVKY",
            "NABIDKA",
            "PONUKA",
            "RENDELES",
            "AJANLAT",
            "COMANDA",
            "OFFERT",
            "BESTALLNING",
            "ORDRE",
            "ORDRENR",
            "TILBUD",
            "BESTILLING",
            "TILAUS",
            "TARJOUS");

    /** They may stand between such a word and its number. */
    private static final Set<String> NUMBER = Set.of("N", "NO", "NR", "NUM", "NUMBER", "NUMMER", "NUMERO");

    private OrderWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }

    static boolean mayFollow(String word) {
        return NUMBER.contains(word);
    }
}
