package org.bankfeed.matching.internal.text;

import java.util.Set;

/**
 * Words with which people announce the number of an order, an offer, a file, a site, a booking or a contract, which is no
 * document's, in the languages around us.
 */
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
            "BEST",
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
            "OFERTY",
            "ENCOMENDA",
            "ORCAMENTO",
            "PROPOSTA",
            "ORDINE",
            "ODA",
            "ORD",
            "PREVENTIVO",
            "OFFERTA",
            "ZAM",
            "ZLECENIE",
            "ZLECENIA",
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
            "TARJOUS",
            "NAROCILO",
            "NAROCILNICA",
            // of what was delivered
            "DDT",
            "BOLLA",
            "BON",
            "PAKBON",
            "LEVERINGSBON",
            "LIEFERSCHEIN",
            "LIEFERSCHEINNR",
            "LS",
            "BL",
            "WZ",
            "ALBARAN",
            "FOLJESEDEL",
            "DOBAVNICA",
            // of a file or a project
            "DOSSIER",
            "DOSSIERNR",
            "DOSSIERNUMMER",
            "DOSS",
            "AKTE",
            "AKTENZEICHEN",
            "PROJECT",
            "PROJECTNR",
            "PROJET",
            "PROJEKT",
            "PROYECTO",
            "PROGETTO",
            "WERF",
            "WERFNR",
            "CHANTIER",
            "BAUSTELLE",
            "BORDEREL",
            "BORDEREAU",
            "LOT",
            // of a booking
            "RESERVERING",
            "RESERVATION",
            "RESERVIERUNG",
            "RESERVA",
            "PRENOTAZIONE",
            "REZERWACJA",
            "RESA",
            "BOOKING",
            "BOEKING",
            "BUCHUNG",
            // of a contract, a policy or a claim
            "CONTRACT",
            "CONTRACTNR",
            "CONTR",
            "CTR",
            "CONTRAT",
            "CONTRATO",
            "CONTRATTO",
            "VERTRAG",
            "VERTRAGSNR",
            "VERTRAGSNUMMER",
            "ABO",
            "ABONNEMENT",
            "UMOWA",
            "POLIS",
            "POLISNR",
            "POLICE",
            "POLICY",
            "POLIZZA",
            "SCHADE",
            "SCHADEDOSSIER",
            "SINISTRE",
            "SCHADEN",
            "CLAIM",
            "LENING",
            "LOAN",
            "DARLEHEN");

    /** They may stand between such a word and its number. */
    private static final Set<String> NUMBER =
            Set.of("N", "NO", "NR", "NRO", "C", "NUM", "NUMBER", "NUMMER", "NUMERO", "NUMER", "CISLO");

    private OrderWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }

    /** Whether a word announces an order's number or that of something for which there is no document yet. */
    static boolean meansNoDocument(String word) {
        return WORDS.contains(word) || AdvanceWords.contains(word);
    }

    static boolean mayFollow(String word) {
        return NUMBER.contains(word);
    }
}
