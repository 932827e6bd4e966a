package org.bankfeed.matching.internal.text;

/** What systems write where nobody gave a value. */
public final class Fillers {

    private Fillers() {}

    /** The text, or empty if it only fills the field. */
    public static String orEmpty(String text) {
        String compact = Fold.compact(text);
        return switch (compact) {
            case "", "NOTPROVIDED", "NOTPROVID", "NOTPROVIDE", "NONREF", "NOREF", "NA", "NONE", "UNKNOWN", "NULL" -> "";
            default -> allEqual(compact) ? "" : text;
        };
    }

    private static boolean allEqual(String compact) {
        for (int i = 1; i < compact.length(); i++) {
            if (compact.charAt(i) != compact.charAt(0)) {
                return false;
            }
        }
        return compact.length() != 1 || !Character.isDigit(compact.charAt(0));
    }
}
