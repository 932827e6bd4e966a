package org.bankfeed.history.internal;

/** Makes references and account numbers whose check digits are right. */
final class CheckDigits {

    private CheckDigits() {}

    /** The Belgian structured communication on ten digits: the remainder by 97, written 97 when it is zero. */
    static String belgian(String tenDigits) {
        long remainder = Long.parseLong(tenDigits) % 97;
        String digits = tenDigits + twoDigits(remainder == 0 ? 97 : remainder);
        return "+++" + digits.substring(0, 3) + "/" + digits.substring(3, 7) + "/" + digits.substring(7) + "+++";
    }

    /** The creditor reference of ISO 11649 on up to 21 letters and digits. */
    static String creditorReference(String body) {
        return withCheck("RF", body);
    }

    static String iban(String country, String account) {
        return withCheck(country, account);
    }

    /** A Belgian account number: three digits of the bank, seven of the account, and a check of its own. */
    static String belgianIban(String tenDigits) {
        long remainder = Long.parseLong(tenDigits) % 97;
        return iban("BE", tenDigits + twoDigits(remainder == 0 ? 97 : remainder));
    }

    /** A SEPA creditor identifier; its business code does not take part in the check. */
    static String creditorIdentifier(String country, String national) {
        String checked = withCheck(country, national);
        return checked.substring(0, 4) + "ZZZ" + national;
    }

    private static String withCheck(String head, String body) {
        return head + twoDigits(98 - remainder97(body + head + "00")) + body;
    }

    private static int remainder97(String text) {
        int remainder = 0;
        for (int n = 0; n < text.length(); n++) {
            int value = Character.digit(text.charAt(n), 36);
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        return remainder;
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
