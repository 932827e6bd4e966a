package org.bankfeed.benchmarks.speed;

/** What an open invoice takes of the heap: the book's, not the host's. */
public final class Memory {

    private static final int ITEMS = 500_000;

    private Memory() {}

    /** Prints it. */
    public static void main(String[] arguments) {
        long before = used();
        Company company = new Company(ITEMS, 0);
        company.plain.clear();
        long after = used();
        System.out.printf("%d bytes of heap for each of %d open invoices%n", (after - before) / ITEMS, ITEMS);
        if (company.book.documents().open("S0") == 0) {
            throw new IllegalStateException("the book lost its first invoice");
        }
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
