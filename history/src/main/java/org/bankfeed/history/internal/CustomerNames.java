package org.bankfeed.history.internal;

import java.util.List;

/** Names for kitchens, shops and inns, put together from parts so that none is a real one on purpose. */
final class CustomerNames {

    static final List<String> SURNAMES = List.of(
            "Verdonkt",
            "Hazelaer",
            "Kromwijck",
            "Boterdaele",
            "Spillebeen",
            "Tavernier-Loo",
            "Grandjardin",
            "Malvaux",
            "Pontillon",
            "Roquebleu",
            "Steinkamp",
            "Weidenau",
            "Oudekerck",
            "Lammersdorp");
    private static final List<String> DUTCH_TRADES = List.of(
            "Brasserie",
            "Bakkerij",
            "Traiteur",
            "Hotel",
            "Kookwinkel",
            "Feestzaal",
            "Eetcafé",
            "Frituur",
            "Tearoom",
            "Kookatelier");
    private static final List<String> DUTCH_STEMS = List.of(
            "De Houten Lepel",
            "Zilverduin",
            "Korenhalm",
            "De Drie Kruiken",
            "Wilgenput",
            "Ganzepoot",
            "De Roerstok",
            "Maanhoek",
            "Lindekouter",
            "Het Peperhuis",
            "De Gouden Zeef",
            "Averbosch",
            "Torenzicht",
            "De Hazelmuis");
    private static final List<String> FRENCH_TRADES =
            List.of("Boulangerie", "Traiteur", "Auberge", "Brasserie", "Épicerie", "Hôtel", "Friterie", "Pâtisserie");
    private static final List<String> FRENCH_STEMS = List.of(
            "du Merle Bavard",
            "Les Trois Louches",
            "La Marmite d'Étain",
            "du Clos Noisette",
            "Le Fournil Ambré",
            "Aux Quatre Épices",
            "L'Écuelle",
            "du Vieux Fouet",
            "Belle-Cassonade",
            "de la Grande Spatule");
    private static final List<String> GERMAN_TRADES = List.of("Gasthof", "Bäckerei", "Café", "Metzgerei", "Hotel");
    private static final List<String> GERMAN_STEMS = List.of(
            "Zur Kupferkanne", "Hirschensprung", "Am Mühlrad", "Nussbaumerei", "Grüner Löffel", "Sieben Linden");
    private static final List<String> ENGLISH_TRADES = List.of("Kitchenware", "Catering", "Tea Rooms", "Deli");
    private static final List<String> ENGLISH_STEMS =
            List.of("Copper Ladle", "Juniper & Thyme", "Hollow Oak", "Wren and Whisk", "Saltmarsh");

    private CustomerNames() {}

    static String of(Language language, Chance chance) {
        return switch (language) {
            case NL ->
                chance.one(DUTCH_TRADES) + " " + stem(DUTCH_STEMS, chance) + " "
                        + chance.one("BV", "NV", "BV", "CommV");
            case FR ->
                chance.one(FRENCH_TRADES) + " " + stem(FRENCH_STEMS, chance) + " " + chance.one("SRL", "SA", "SRL");
            case DE -> chance.one(GERMAN_TRADES) + " " + stem(GERMAN_STEMS, chance) + " GmbH";
            case EN -> chance.one(ENGLISH_STEMS) + " " + chance.one(ENGLISH_TRADES) + " Ltd";
        };
    }

    private static String stem(List<String> stems, Chance chance) {
        return chance.happens(0.25) ? chance.one(SURNAMES) : chance.one(stems);
    }
}
