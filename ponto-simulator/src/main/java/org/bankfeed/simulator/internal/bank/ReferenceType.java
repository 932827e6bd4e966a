package org.bankfeed.simulator.internal.bank;

import java.math.BigInteger;
import java.util.Locale;

/** What kind of number names an account. The names are the API's. */
public enum ReferenceType {
    IBAN,
    BBAN,
    email,
    MASKEDPAN;

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    static ReferenceType of(String reference) {
        if (isIban(reference.replace(" ", ""))) {
            return IBAN;
        }
        if (reference.contains("@")) {
            return email;
        }
        return reference.matches("[0-9Xx* ]*[Xx*]+[0-9Xx* ]*") ? MASKEDPAN : BBAN;
    }

    private static boolean isIban(String number) {
        if (!number.matches("[A-Z]{2}\\d{2}[A-Z0-9]{10,30}")) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        String turned = (number.substring(4) + number.substring(0, 4)).toUpperCase(Locale.ROOT);
        turned.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
    }
}
