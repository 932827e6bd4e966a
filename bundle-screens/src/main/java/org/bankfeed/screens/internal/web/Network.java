package org.bankfeed.screens.internal.web;

import java.net.InetAddress;
import org.bankfeed.value.InternetAddress;

/**
 * Neighbouring addresses, such as {@code 10.0.0.0/8}, or a single one.
 *
 * @param first any address in it
 * @param bits how many of its first bits they have in common
 */
record Network(InternetAddress first, int bits) {

    /** Reads {@code 10.1.2.3}, {@code 10.0.0.0/8} or {@code 2001:db8::/32}; {@code IllegalArgumentException} for else. */
    static Network read(String text) {
        String[] parts = text.strip().split("/", 2);
        InternetAddress first = InternetAddress.read(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no address such as 10.1.2.3 and no network such as 10.0.0.0/8"));
        int most = first.value().getAddress().length * 8;
        int bits = parts.length == 1 ? most : number(parts[1]);
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("'" + text + "' has no number of bits from 0 to " + most + " after '/'");
        }
        return new Network(first, bits);
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }

    boolean holds(InetAddress address) {
        byte[] mine = first.value().getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (((mine[bit / 8] ^ other[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }
}
